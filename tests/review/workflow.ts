import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { load } from 'js-yaml'

/** One step of a workflow, as its YAML has it. */
interface Step {
  name?: string
  id?: string
  if?: string
  shell?: string
  run?: string
  env?: Record<string, string>
}

interface Workflow {
  permissions?: Record<string, string>
  jobs: Record<
    string,
    { if?: string; permissions?: Record<string, string>; env?: Record<string, string>; steps: Step[] }
  >
}

/** What expressions may name: `github.event`, `vars`, `runner`, … */
export type Contexts = Record<string, unknown>

/** A workflow of this repository. */
export function readWorkflow(name: string): Workflow {
  return load(readFileSync(`.github/workflows/${name}.yml`, 'utf8')) as Workflow
}

/** The payload of an event, from the fixtures. */
export function payload(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(payloadFile(name), 'utf8')) as Record<string, unknown>
}

export function payloadFile(name: string): string {
  return path.join(import.meta.dirname, '../fixtures/github', `${name}.json`)
}

/** The value of an expression: GitHub's own are JavaScript's too as far as these workflows go; what is missing is ''. */
export function evaluate(expression: string, contexts: Contexts): unknown {
  const inner = expression.replace(/^\s*\$\{\{|\}\}\s*$/g, '').replaceAll('cancelled()', 'false')
  const names = Object.keys(contexts)
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- the text is a workflow of this repository
  const value = new Function(
    ...names,
    `return (${inner.replaceAll(/\w+(?:\.\w+)+/g, (path) => `(${path.replaceAll('.', '?.')} ?? '')`)})`,
  ) as (...all: unknown[]) => unknown
  return value(...names.map((name) => contexts[name]))
}

/** Runs the step of that name as a runner does: its own environment and shell, the script in a file. */
export async function runStep(
  workflow: Workflow,
  name: string,
  contexts: Contexts,
  runner: Record<string, string>,
  cwd = '.',
): Promise<{ status: number | null; output: string }> {
  const job = Object.values(workflow.jobs).find(({ steps }) => steps.some((step) => step.name === name))
  const step = job?.steps.find((step) => step.name === name)
  if (!job || !step?.run) throw new Error(`no step ${name}`)
  const own = Object.entries({ ...job.env, ...step.env }).map(([key, text]) => [
    key,
    text.replaceAll(/\$\{\{.*?\}\}/g, (each) => String(evaluate(each, contexts))),
  ])
  if (step.run.includes('${{')) throw new Error('a script holds an expression: its value could be taken for code')
  const script = path.join(mkdtempSync(path.join(tmpdir(), 'step-')), 'script')
  writeFileSync(script, step.run)
  const [command = '', ...args] = (step.shell ?? 'bash -e {0}').split(' ').map((part) => part.replace('{0}', script))
  const env = { ...process.env, ...runner, ...(Object.fromEntries(own) as Record<string, string>) }
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, cwd })
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => (output += bytes.toString()))
    child.on('close', (status) => resolve({ status, output }))
  })
}
