import { published } from '../../published.ts'

/** `/r7/figures.csv` */
export const { getStaticPaths, GET } = published('figures.csv')
