import { findChromium } from './build/chromium.ts'
import { fileUrl } from './url.ts'

/** The printed report's address; `null` where this build can't make it, so that nothing links to what is not there. */
export function pdfUrl(year: string): string | null {
  return import.meta.env.PROD && findChromium() ? fileUrl(`${year}/report.pdf`) : null
}
