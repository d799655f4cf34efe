import { published } from '../../published.ts'

/** `/r7/report.md` */
export const { getStaticPaths, GET } = published('report.md')
