import { published } from '../../published.ts'

/** `/r7/results.csv` */
export const { getStaticPaths, GET } = published('results.csv')
