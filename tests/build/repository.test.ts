import { expect, test } from 'vitest'
import { repositoryAddress } from '../../src/build/repository.ts'

test.each([
  ['https://host.example/owner/name', 'https://host.example/owner/name'],
  ['https://host.example/owner/name.git', 'https://host.example/owner/name'],
  ['https://host.example/owner/name/', 'https://host.example/owner/name'],
  ['https://user:secret@host.example:8443/owner/name.git', 'https://host.example:8443/owner/name'],
  ['git@host:owner/name.git', 'https://host/owner/name'],
  ['git@host.example:group/part/name.git', 'https://host.example/group/part/name'],
  ['host.example:owner/name', 'https://host.example/owner/name'],
  ['ssh://git@host.example:2222/owner/name.git\n', 'https://host.example/owner/name'],
  ['ssh://user:secret@host.example/owner/name', 'https://host.example/owner/name'],
])('%s is read on the web at %s', (remote, expected) => {
  expect(repositoryAddress(remote)).toBe(expected)
})

test.each([
  [''],
  ['/srv/git/name.git'],
  ['../name'],
  ['./name:other'],
  ['C:/git/name'],
  ['C:\\git\\name'],
  ['file:///srv/git/name.git'],
  ['http://host.example/owner/name'],
  ['git://host.example/owner/name'],
  ['javascript:alert(1)'],
  ['https://host.example'],
  ['https://'],
  ['a sentence: with a colon'],
])('%j is no address of a host', (remote) => {
  expect(repositoryAddress(remote)).toBeNull()
})
