// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { SessionContext } from '../../lib/session/SessionContext.tsx'
import { SignInPage } from './SignInPage.tsx'

vi.mock('../../lib/i18n/languages.ts', async (original) => ({
  ...(await original<object>()),
  loadLaterMessages: async () => undefined,
}))

const jane = { userId: 'u', username: 'jane@example.org', twoFactor: true }
const refusal = (code: string) => Response.json({ code }, { status: 401 })

describe('signing in with a second factor', () => {
  const signedIn = vi.fn()
  let sent: Record<string, string>[] = []

  beforeEach(() => {
    sent = []
    signedIn.mockReset()
    vi.stubGlobal('fetch', async (_url: string, init?: RequestInit) => {
      if (init?.method !== 'POST') return refusal('NOT_SIGNED_IN')
      const body = JSON.parse(String(init.body)) as Record<string, string>
      sent.push(body)
      if (!body['code']) return refusal('CODE_REQUIRED')
      return body['code'] === '123456' ? Response.json(jane) : refusal('CODE_WRONG')
    })
    renderPage(
      <SessionContext.Provider value={{ user: null, signedIn, signOut: async () => undefined }}>
        <SignInPage />
      </SessionContext.Provider>,
    )
  })

  it('asks for the code once the password was right, and again when it was wrong', async () => {
    await userEvent.type(screen.getByLabelText('Email Address'), 'jane@example.org')
    await userEvent.type(screen.getByLabelText('Password'), 'correct-horse-7')
    await userEvent.click(screen.getByRole('button', { name: 'Sign In' }))
    await userEvent.type(await screen.findByLabelText('Code'), '000000')
    await userEvent.click(screen.getByRole('button', { name: 'Sign In' }))
    expect(await screen.findByText(/This code is not right/)).toBeTruthy()
    expect(signedIn).not.toHaveBeenCalled()
    await userEvent.clear(screen.getByLabelText('Code'))
    await userEvent.type(screen.getByLabelText('Code'), '123456')
    await userEvent.click(screen.getByRole('button', { name: 'Sign In' }))
    await vi.waitFor(() => expect(signedIn).toHaveBeenCalledWith(jane))
    expect(sent.at(-1)).toEqual({
      username: 'jane@example.org',
      password: 'correct-horse-7',
      code: '123456',
    })
  })
})
