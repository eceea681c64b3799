import { cleanup, fireEvent, screen } from '@testing-library/svelte'
import { afterEach, describe, expect, it } from 'vitest'
import type { SignInForm } from '../../shared/account.ts'
import { failed } from '../../shared/result.ts'
import { fakeBridge, someAccount, type BridgeChanges } from '../fake-bridge.ts'
import { renderWithWords } from '../with-words.ts'
import { SignIn as Form } from './sign-in.svelte.ts'
import SignIn from './SignIn.svelte'

afterEach(cleanup)

function show(changes: BridgeChanges = {}, account: typeof someAccount | null = null) {
  const { bridge } = fakeBridge(changes)
  const unsent = () => Promise.resolve({ organizations: [], count: 0 })
  const ports = { session: bridge.session, unsent, onsignedin: () => undefined }
  const form = new Form(ports, account, null)
  renderWithWords(SignIn, { form, sandbox: account === null })
  return form
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { exact: true })
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name })

describe('the sign-in form', () => {
  it('shows all its fields at once, each name borne by one element', () => {
    show()
    expect(field('Server address').value).toBe('https://chatapi.smsbat.com')
    for (const name of ['Company token', 'Login', 'Password']) expect(field(name).value).toBe('')
    for (const name of [/Company token/, /Login/, /Password/, /Server address/])
      expect(screen.getAllByLabelText(name)).toHaveLength(1)
    for (const name of [/^Connect/, /^Try the sandbox$/])
      expect(screen.getAllByRole('button', { name })).toHaveLength(1)
  })

  it('says what is missing at the field, its button never disabled', async () => {
    show()
    expect(button('Connect').disabled).toBe(false)
    await fireEvent.click(button('Connect'))
    await expect.poll(() => field('Company token').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('Fill in a company token, or login and password.')).toBeTruthy()
    expect(document.activeElement).toBe(field('Company token'))
  })

  it('takes the complaint away while one types', async () => {
    show()
    await fireEvent.click(button('Connect'))
    await fireEvent.input(field('Company token'), { target: { value: 't' } })
    expect(field('Company token').getAttribute('aria-invalid')).toBeNull()
  })

  it('sends what was typed, as a dashboard key where the switch says so', async () => {
    const forms: SignInForm[] = []
    const signIn = (form: SignInForm) => {
      forms.push(form)
      return Promise.resolve(failed({ kind: 'credentials-missing' } as const))
    }
    show({ session: { signIn } })
    await fireEvent.input(field('Company token'), { target: { value: 'key' } })
    await fireEvent.click(screen.getByRole('switch', { name: 'Dashboard key' }))
    await fireEvent.submit(field('Login').form as HTMLFormElement)
    expect(forms).toHaveLength(1)
    expect(forms[0]).toMatchObject({ token: 'key', credential: 'dashboard-key', accountId: null })
  })

  it('has its own words for being offline at the first time', async () => {
    const answer = failed({ kind: 'unreachable', cause: 'dns', code: 'ENOTFOUND' } as const)
    show({ session: { signIn: () => Promise.resolve(answer) } })
    await fireEvent.input(field('Company token'), { target: { value: 't' } })
    await fireEvent.click(button('Connect'))
    expect(await screen.findByText(/The first time needs the server/)).toBeTruthy()
  })

  it('asks for the ids of organizations where the service does not list them', async () => {
    const answer = failed({ kind: 'organizations-not-offered' } as const)
    show({ session: { signIn: () => Promise.resolve(answer) } })
    await fireEvent.input(field('Company token'), { target: { value: 't' } })
    await fireEvent.click(button('Connect'))
    const ids = await screen.findByLabelText('Organization ids')
    await expect.poll(() => document.activeElement).toBe(ids)
  })

  it('begins where the service tells one by: the address is there already', () => {
    show()
    expect(document.activeElement).toBe(field('Company token'))
    cleanup()
    show({}, { ...someAccount, login: 'ruth' })
    expect(document.activeElement).toBe(field('Password'))
  })

  it('keeps the address of the account that it renews', () => {
    show({}, { ...someAccount, server: 'https://chat.example.org' })
    expect(field('Server address').value).toBe('https://chat.example.org')
  })
})
