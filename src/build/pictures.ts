import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Worker } from 'node:worker_threads'

/** A picture to be drawn. */
export interface Picture {
  /** Its place in the site: `r7/figures/2-1-3-1_1.png`. */
  file: string
  /** An SVG file of whole width and height. */
  svg: string
  /** How many pixels one unit of it takes. */
  scale: number
}

/** What the thread is given: of each picture, the file to write. */
export interface PictureTask {
  pictures: readonly Picture[]
  fonts: readonly string[]
  wasm: string
}

const require = createRequire(import.meta.url)

/** Raised where the same SVG gives another picture. */
const DRAWING = 1

/** The project's cache: a picture's file is named by what it is drawn from. */
const CACHE = path.resolve('node_modules/.cache/gyokaku-pictures')

const UNUSED_MS = 30 * 24 * 60 * 60_000

/** What pictures are drawn with; `null` where it is not installed (`npm ci --omit=optional`). */
export function findPainter(): Omit<PictureTask, 'pictures'> | null {
  try {
    return {
      wasm: require.resolve('@resvg/resvg-wasm/index_bg.wasm'),
      fonts: ['400Regular/BIZUDPGothic_400Regular.ttf', '700Bold/BIZUDPGothic_700Bold.ttf'].map((file) =>
        require.resolve(`@expo-google-fonts/biz-udpgothic/${file}`),
      ),
    }
  } catch {
    return null
  }
}

/**
 * Draws pictures as PNG into `folder`, in a thread of its own; those that an earlier build drew are copied. To be awaited
 * from the start, or its failure is nobody's. Returns the files.
 */
export async function writePictures(
  folder: string,
  pictures: readonly Picture[],
  painter: Omit<PictureTask, 'pictures'>,
): Promise<string[]> {
  mkdirSync(CACHE, { recursive: true })
  const cached = pictures.map((picture) => ({ ...picture, kept: path.join(CACHE, nameOf(picture, painter)) }))
  const missing = new Map(cached.filter(({ kept }) => !isThere(kept)).map((picture) => [picture.kept, picture]))
  if (missing.size > 0) await draw({ ...painter, pictures: Array.from(missing, ([file, each]) => ({ ...each, file })) })
  const now = new Date()
  for (const { file, kept } of cached) {
    const place = path.join(folder, file)
    mkdirSync(path.dirname(place), { recursive: true })
    copyFileSync(kept, place)
    utimesSync(kept, now, now)
  }
  forgetUnused()
  return pictures.map(({ file }) => file)
}

function nameOf({ svg, scale }: Picture, { wasm, fonts }: Omit<PictureTask, 'pictures'>): string {
  const tools = [wasm, ...fonts].map((file) => statSync(file).size)
  const hash = createHash('sha256').update(JSON.stringify([DRAWING, tools, scale, svg]))
  return `${hash.digest('hex')}.png`
}

const isThere = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false

async function draw(task: PictureTask): Promise<void> {
  // An error of the thread is thrown here.
  const [code] = (await once(
    new Worker(new URL('./picture-worker.ts', import.meta.url), { workerData: task }),
    'exit',
  )) as [number]
  if (code !== 0) throw new Error(`the pictures ended with ${code}`)
}

function forgetUnused(): void {
  for (const name of readdirSync(CACHE)) {
    const file = path.join(CACHE, name)
    // Another build may have taken it away just now.
    const used = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()
    if (Date.now() - used > UNUSED_MS) rmSync(file, { force: true })
  }
}
