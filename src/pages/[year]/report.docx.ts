import { published } from '../../published.ts'

/** `/r7/report.docx` */
export const { getStaticPaths, GET } = published('report.docx')
