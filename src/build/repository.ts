/** `git@host:owner/name.git`; without a user the host has a dot, for else it may be a disk or a scheme. */
const SCP_FORM = /^(?:[^@:/\s]+@(?<host>[^@:/\s]+)|(?<bare>[^@:/\s]+\.[^@:/\s]+)):(?!\/\/)(?<name>\S+)$/

/**
 * Where a remote repository is read on the web: `git@host:owner/name.git` → `https://host/owner/name`. `null` for
 * what is no https or ssh address of a host, as the path of a folder. Credentials are dropped: pages show the address.
 */
export function repositoryAddress(remote: string): string | null {
  const scp = SCP_FORM.exec(remote.trim())?.groups
  const url = URL.parse(scp ? `ssh://${scp['host'] ?? scp['bare']}/${scp['name']}` : remote.trim())
  if (!url || !['https:', 'ssh:'].includes(url.protocol) || url.hostname === '') return null
  // The port of ssh is not the one of the web.
  const host = url.protocol === 'ssh:' ? url.hostname : url.host
  const name = url.pathname.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')
  return name === '' ? null : `https://${host}/${name}`
}
