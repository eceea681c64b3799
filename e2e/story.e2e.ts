import { describe, expect, it } from 'vitest'
import type { Sandbox } from '../electron/sandbox/sandbox.ts'
import { addOperators, openOutbox, operatorRow, outboxRow, shown } from './harness/screen.ts'
import { useSignedInApp } from './harness/signed-in-app.ts'

describe('an outage in the middle of the work', () => {
  const app = useSignedInApp()

  it('shows the documented three, keeps every edit through a kill, and sends each of them once', async () => {
    for (const name of ['John Smith', 'Sarah Johnson', 'Mike Wilson'])
      await shown(operatorRow(app.window, name))

    await addOperators(app.window, ['Alex Brown', 'Emma Davis'])
    await shown(operatorRow(app.window, 'Alex Brown').filter({ hasText: '104' }))
    await shown(operatorRow(app.window, 'Emma Davis').filter({ hasText: '105' }))
    await operatorRow(app.window, 'Alex Brown').click()
    await app.window.getByRole('button', { name: 'Deactivate', exact: true }).click()
    await expect.poll(() => app.statusOf('Alex Brown')).toBe(1)

    await app.sandbox.setOutage(true)
    await addOperators(app.window, ['Olena Kovalenko', 'Ruth Levi'])
    await operatorRow(app.window, 'John Smith').click()
    await app.window.getByRole('button', { name: 'Deactivate', exact: true }).click()
    for (const name of ['Olena Kovalenko', 'Ruth Levi', 'John Smith']) {
      await shown(operatorRow(app.window, name).filter({ hasText: 'Waiting' }))
    }

    await app.restart()
    await openOutbox(app.window)
    for (const name of ['Olena Kovalenko', 'Ruth Levi', 'John Smith']) {
      await shown(outboxRow(app.window, name).getByText('Waiting', { exact: true }))
    }

    await app.sandbox.setOutage(false)
    await expect.poll(() => app.statusOf('John Smith'), { timeout: 60_000 }).toBe(1)
    for (const name of ['Olena Kovalenko', 'Ruth Levi']) {
      await shown(outboxRow(app.window, name).getByText('Confirmed', { exact: true }))
    }
    for (const name of ['Alex Brown', 'Emma Davis', 'Olena Kovalenko', 'Ruth Levi']) {
      expect(createdRows(app.sandbox, name), `rows made for ${name}`).toBe(1)
    }
    expect(statusesSent(app.sandbox, 101)).toEqual([1])
  })
})

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
