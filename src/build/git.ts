import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { maxBytes } from '../check/folder/size.ts'
import type { SourceFile } from '../text/source-file.ts'
import { Refused } from './failures.ts'

/**
 * Every file of a folder as a commit of its repository has it, without a checkout: the same as `readFiles` gives of the
 * folder itself. Throws `Refused` without git, outside of a repository, and for what is no commit.
 */
export function readFilesAt(reference: string, folder: string): SourceFile[] {
  const top = git(folder, ['rev-parse', '--show-prefix'])
  if (top === null)
    throw new Refused(`「${folder}」は git のリポジトリの中にないので、「${reference}」と比べられません。`)
  const commit = git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`])
  if (commit === null) {
    throw new Refused(
      `「${reference}」という版（ブランチ、タグ、コミット）もフォルダーもありません。名前を確かめるか、git fetch で取り寄せてください。`,
    )
  }
  const tree = `${commit.toString().trim()}:${top.toString().replace(/\n$/, '')}`
  const listed = git(folder, ['ls-tree', '-r', '-z', '-l', '--full-tree', tree])
  // The folder is not in that commit.
  if (listed === null) return []
  const files = listed
    .toString()
    .split('\0')
    .flatMap((entry) => /^100\d+ blob (\w+) +(\d+)\t(.*)$/s.exec(entry)?.slice(1) ?? [])
  const entries = Array.from({ length: files.length / 3 }, (_, i) => {
    const [hash = '', size = '', file = ''] = files.slice(3 * i, 3 * i + 3)
    return { hash, size: Number(size), path: file }
  }).filter(({ path: file }) => !file.split('/').some((name) => name.startsWith('.')))
  const small = entries.filter(({ size, path: file }) => size <= maxBytes(file))
  const bytes = readBlobs(folder, small)
  return entries
    .map(({ hash, size, path: file }) => {
      const read = bytes.get(hash)
      return read && size <= maxBytes(file)
        ? { path: file, bytes: read }
        : { path: file, bytes: new Uint8Array(), size }
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** The contents of blobs by their hashes: all in one run of git. */
function readBlobs(folder: string, blobs: readonly { hash: string }[]): Map<string, Uint8Array> {
  const hashes = [...new Set(blobs.map(({ hash }) => hash))]
  const out = git(folder, ['cat-file', '--batch'], hashes.map((hash) => `${hash}\n`).join('')) ?? Buffer.alloc(0)
  const read = new Map<string, Uint8Array>()
  let at = 0
  while (at < out.length) {
    // `HASH blob SIZE`, then so many bytes and a line end.
    const headEnd = out.indexOf(0x0a, at)
    const [hash = '', , size = '0'] = out.toString('latin1', at, headEnd).split(' ')
    const start = headEnd + 1
    read.set(hash, out.subarray(start, start + Number(size)))
    at = start + Number(size) + 1
  }
  return read
}

/**
 * What git says; `null` where it refuses. Another repository that the environment names is not meant. Throws `Refused` where
 * there is no git.
 */
export function git(folder: string, args: readonly string[], input?: string): Buffer | null {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, ...env } = process.env
  const { error, status, stdout } = spawnSync('git', args, {
    cwd: path.resolve(folder),
    input,
    env,
    maxBuffer: 2 ** 31 - 1,
  })
  if (error && 'code' in error && error.code === 'ENOENT') {
    throw new Refused('git がありません。git を入れるか、--base にフォルダーを書いてください。')
  }
  if (error) throw error
  return status === 0 ? stdout : null
}
