import type { APIRoute, GetStaticPaths } from 'astro'
import type { SourcePart } from '../../../edit/sources.ts'
import { builtSources } from '../../../edit/built-sources.ts'

/** `/edit/sources/….json`: the texts of some files, and what the check knows of them. */
export const getStaticPaths = (() =>
  Array.from(builtSources().parts, ([part, files]) => ({
    params: { part },
    props: { files },
  }))) satisfies GetStaticPaths

export const GET: APIRoute<{ files: SourcePart }> = ({ props }) => new Response(JSON.stringify(props.files))
