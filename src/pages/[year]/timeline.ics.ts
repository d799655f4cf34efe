import { published } from '../../published.ts'

/** `/r7/timeline.ics` */
export const { getStaticPaths, GET } = published('timeline.ics')
