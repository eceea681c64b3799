import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startSandbox, type Sandbox } from '../electron/sandbox/sandbox.ts'
import { launchApp, temporaryUserData, type RunningApp } from './harness/launch-app.ts'
import {
  addOperators,
  openOutbox,
  operatorRow,
  outboxRow,
  shown,
  signIn,
  signInWhereAsked
} from './harness/screen.ts'

describe('an outage in the middle of the work', () => {
  let sandbox: Sandbox
  let folder: Awaited<ReturnType<typeof temporaryUserData>>
  let running: RunningApp

  beforeEach(async () => {
    sandbox = await startSandbox({})
    folder = await temporaryUserData()
    running = await launchApp({ userDataDir: folder.path, args: [`--server=${sandbox.address}`] })
    await signIn(running.window, sandbox.token)
  })

  afterEach(async () => {
    await running.kill()
    await sandbox.stop()
    await folder.remove()
  })

  it('shows the documented three, keeps every edit through a kill, and sends each of them once', async () => {
    for (const name of ['John Smith', 'Sarah Johnson', 'Mike Wilson'])
      await shown(operatorRow(running.window, name))

    await addOperators(running.window, ['Alex Brown', 'Emma Davis'])
    await shown(operatorRow(running.window, 'Alex Brown').filter({ hasText: '104' }))
    await shown(operatorRow(running.window, 'Emma Davis').filter({ hasText: '105' }))
    await operatorRow(running.window, 'Alex Brown').click()
    await running.window.getByRole('button', { name: 'Deactivate', exact: true }).click()
    await expect.poll(() => statusOf(sandbox, 'Alex Brown')).toBe(1)

    await sandbox.setOutage(true)
    await addOperators(running.window, ['Olena Kovalenko', 'Ruth Levi'])
    await operatorRow(running.window, 'John Smith').click()
    await running.window.getByRole('button', { name: 'Deactivate', exact: true }).click()
    for (const name of ['Olena Kovalenko', 'Ruth Levi', 'John Smith']) {
      await shown(operatorRow(running.window, name).filter({ hasText: 'Waiting' }))
    }

    await running.kill()
    running = await launchApp({ userDataDir: folder.path })
    await signInWhereAsked(running.window, sandbox.token)
    await openOutbox(running.window)
    for (const name of ['Olena Kovalenko', 'Ruth Levi', 'John Smith']) {
      await shown(outboxRow(running.window, name).getByText('Waiting', { exact: true }))
    }

    await sandbox.setOutage(false)
    await expect.poll(() => statusOf(sandbox, 'John Smith'), { timeout: 60_000 }).toBe(1)
    for (const name of ['Olena Kovalenko', 'Ruth Levi']) {
      await shown(outboxRow(running.window, name).getByText('Confirmed', { exact: true }))
    }
    for (const name of ['Alex Brown', 'Emma Davis', 'Olena Kovalenko', 'Ruth Levi']) {
      expect(createdRows(sandbox, name), `rows made for ${name}`).toBe(1)
    }
    expect(statusesSent(sandbox, 101)).toEqual([1])
  })
})

function statusOf(sandbox: Sandbox, name: string): number | undefined {
  return sandbox.operators(24).find((operator) => operator.name === name)?.status
}

function createdRows(sandbox: Sandbox, name: string): number {
  const applied = sandbox.ledger.entries().flatMap((entry) => entry.applied)
  return applied.filter((change) => change.kind === 'created' && change.operator.name === name)
    .length
}

function statusesSent(sandbox: Sandbox, operatorId: number): number[] {
  const applied = sandbox.ledger.entries().flatMap((entry) => entry.applied)
  return applied.flatMap((change) =>
    change.kind === 'status' && change.id === operatorId ? [change.to] : []
  )
}
