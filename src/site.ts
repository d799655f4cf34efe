/**
 * The facts about this site that are not the report's: where it stands, whose it is, how it may be used. One file, so that
 * moving the site, or taking it over for another town (docs/adopt.md), means editing one file. What is `null` is not known
 * yet: pages leave it out, and the build names it.
 */
export const site = {
  /** Where the site will be served: `https://www.pref.example.jp`. `SITE_URL` goes before it. */
  url: null as string | null,
  /** The folder there: `/kensei/`. `BASE_PATH` goes before it. */
  base: '/',
  name: '行財政改革 取組実績',
  organisation: '青森県',
  /** What its reports tell of: 「青森県が行財政改革で何をしたか」. */
  subject: '行財政改革',
  /** The organisation's area by 標準地域コード (total of the prefecture), for the data. */
  area: { code: '020001', name: '青森県' },
  /** Place names that the search's dictionary reads otherwise than people there do. */
  placeReadings: {
    三戸: 'さんのへ',
    弘前: 'ひろさき',
    奥入瀬: 'おいらせ',
    追良瀬: 'おいらせ',
    板柳: 'いたやなぎ',
    野辺地: 'のへじ',
  } as Readonly<Record<string, string>>,
  /** The Git repository in which staff edit the content; `null`: GitHub's own variables or `git remote` tell. */
  repository: null as string | null,
  branch: 'main',
  /** Where readers tell what they cannot read or use; `null` until the prefecture has named a place. */
  contact: null as { name: string; url: string } | null,
  /** Where the prefecture has published each report, by its year: `{ r7: 'https://…/r7.pdf' }`; years that are not here are not linked. */
  officialPdfs: {} as Partial<Record<string, string>>,
  /**
   * The licence that the prefecture grants; `null` until it has decided, and the site then says so. PDL1.0 is
   * `{ name: '公共データ利用規約（第1.0版）', url: 'https://www.digital.go.jp/resources/open_data/public_data_license_v1.0', notes: [] }`;
   * `notes` are the prefecture's own provisions (重要情報), a sentence each.
   */
  licence: null as { name: string; url: string; notes?: readonly string[] } | null,
}
