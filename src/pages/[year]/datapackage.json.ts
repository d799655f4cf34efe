import { published } from '../../published.ts'

/** `/r7/datapackage.json` */
export const { getStaticPaths, GET } = published('datapackage.json')
