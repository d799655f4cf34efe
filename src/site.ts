/**
 * The facts about this site that are not the report's: where it stands, whose it is, how it may be used.
 * One file, so that moving the site means editing one file. `SITE_URL` and `BASE_PATH` override the address at build.
 */
export const site = {
  /** Where the site will be served. The name is reserved for examples (RFC 2606): set the real one before publishing. */
  url: process.env['SITE_URL'] || 'https://report.example',
  base: process.env['BASE_PATH'] || '/',
  name: '行財政改革 取組実績',
  organisation: '青森県',
  /** The Git repository in which staff edit the content; an example name too. `null` leaves the edit links out. */
  repository: 'https://git.example/aomori/gyokaku-report' as string | null,
  branch: 'main',
  /** Where readers tell what they cannot read or use; `null` until the prefecture has named a place. */
  contact: null as { name: string; url: string } | null,
  /** The licence that the prefecture grants; `null` until it has decided, and the site then says so. */
  licence: null as { name: string; url: string } | null,
}
