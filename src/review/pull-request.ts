import { z } from 'astro/zod'

const repository = z.object({ full_name: z.string() })

/** What GitHub tells a workflow of a pull request; of much more, this is what is read. */
const eventSchema = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    base: z.object({ ref: z.string(), repo: repository }),
    // A fork that was deleted meanwhile has none.
    head: z.object({ repo: repository.nullable() }),
  }),
})

/** A proposal on GitHub. */
export interface PullRequest {
  number: number
  /** The branch that it is to go into: `main`. */
  into: string
  /** Whether it comes from a branch of the repository itself, not from a fork. */
  isOwn: boolean
}

/** The pull request of an event, the JSON that `GITHUB_EVENT_PATH` names; `null` for other events. */
export function readPullRequest(event: unknown): PullRequest | null {
  const { success, data } = eventSchema.safeParse(event)
  if (!success) return null
  const { number, base, head } = data.pull_request
  return { number, into: base.ref, isOwn: head.repo?.full_name === base.repo.full_name }
}
