import { getSystemErrorMap } from 'node:util'

/** What a command will not do, said in Japanese for whoever ran it. */
export class Refused extends Error {}

/** The end of every refusal of an import. */
export const NOTHING_WRITTEN = '何も書き込みませんでした。'

/** An error of the system as Node gives it: `{ code: 'ENOSPC', syscall: 'write', path: '/…' }`. */
type SystemError = Error & { code: string; path?: string }

/**
 * One line for an error that is no fault of the program: what was refused, or what the machine could not do.
 * `null` for all others, whose trace somebody has to read.
 */
export function explain(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof Refused) return cause.message
    if (isSystemError(cause)) return explainSystem(cause)
    const told = toldByRust(cause.message)
    if (told) return told
  }
  return null
}

function isSystemError(error: Error): error is SystemError {
  return 'code' in error && typeof error.code === 'string' && ('syscall' in error || error.code in REASONS)
}

/** Vite's bundler is written in Rust and says only in words what the system said: `No space left on device (os error 28)`. */
function toldByRust(message: string): string | null {
  const number = /\(os error (\d+)\)/.exec(message)?.[1]
  const code = number && getSystemErrorMap().get(-Number(number))?.[0]
  return code ? explainSystem({ code, message }) : null
}

const REASONS: Record<string, string> = {
  EACCES: '読み書きの権限がありません。権限を確かめてください。',
  EPERM: '読み書きの権限がありません。権限を確かめてください。',
  EROFS: '読み取り専用の場所なので、書けません。',
  ENOSPC: 'ディスクの空きがないので、書けません。空きを作ってから、もう一度実行してください。',
  EDQUOT: '使える容量を超えるので、書けません。空きを作ってから、もう一度実行してください。',
  EFBIG: 'ファイルが大きすぎるので、書けません。',
  ERR_FS_FILE_TOO_LARGE: 'ファイルが大きすぎるので、読めません。',
  ENOENT: '見つかりません。場所と名前を確かめてください。',
  ENOTDIR: 'フォルダーがあるはずの場所に、ファイルがあります。',
  EEXIST: '同じ名前のものが、もうあります。',
  EISDIR: 'ファイルがあるはずの場所に、フォルダーがあります。',
  ELOOP: 'シンボリックリンクが輪になっています。',
  ENAMETOOLONG: '名前が長すぎます。',
  EBUSY: 'ほかのプログラムが使っています。',
  EIO: '読み書きに失敗しました。ディスクを確かめてください。',
  ENOMEM: 'メモリーが足りません。',
}

function explainSystem({ code, path, message }: Pick<SystemError, 'code' | 'path' | 'message'>): string {
  // Node's `rm` gives this one without its code.
  if (code === 'EMFILE' || code === 'ENFILE' || message.includes('Too many open files')) {
    return '一度に開けるファイルの数の上限に達しました。ulimit -n で上限を上げてから、もう一度実行してください。'
  }
  // Node gives bytes that are no UTF-8 as U+FFFD, and a file of that name is not there.
  if (code === 'ENOENT' && path?.includes('\ufffd')) {
    return `「${path}」は名前の文字コードが UTF-8 でないので、読めません。名前を付け直してください。`
  }
  const reason = REASONS[code]
  if (!reason) return `読み書きに失敗しました（${message}）。`
  // A write to a file that is open already does not say which.
  return path === undefined ? `${reason}（${code}）` : `「${path}」: ${reason}`
}
