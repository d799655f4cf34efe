import { published } from '../../published.ts'

/** `/r7/initiatives.json` */
export const { getStaticPaths, GET } = published('initiatives.json')
