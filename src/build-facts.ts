/** What pages must know of the build that makes them. The build fills it (`defineBuildFacts`), so that no page looks at the disk. */
export interface BuildFacts {
  /** Whether the build prints `report.pdf` of every year. */
  pdf: boolean
}

declare const BUILD_FACTS: BuildFacts | undefined

/** Of the build under way; while pages are only being edited there is nothing but pages. */
export const buildFacts: BuildFacts = typeof BUILD_FACTS === 'undefined' ? { pdf: false } : BUILD_FACTS
