import { published } from '../../published.ts'

/** `/r7/initiatives.csv` */
export const { getStaticPaths, GET } = published('initiatives.csv')
