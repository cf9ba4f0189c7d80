// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { SessionContext } from '../../lib/session/SessionContext.tsx'
import type { SessionUser } from '../../lib/session/sessionApi.ts'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { JoinPage } from './JoinPage.tsx'

const opened = {
  project: 'demo',
  projectTitle: 'Afya Nyumbani',
  email: 'nia@example.org',
  role: 'App Editor',
  invitedBy: 'admin@example.org',
  hasAccount: false,
}
const nia = { userId: 'u', username: 'nia@example.org' } as SessionUser

describe('an invitation', () => {
  let sent: { url: string; body: Record<string, string> }[] = []
  const signedIn = vi.fn()

  const show = (user: SessionUser | null, answer: object, status = 200) => {
    vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
      if (init?.method !== 'POST') return Response.json({}, { status: 401 })
      sent.push({ url, body: JSON.parse(String(init.body)) as Record<string, string> })
      return url.endsWith('/accept') ? Response.json(nia) : Response.json(answer, { status })
    })
    renderPage(
      <SessionContext.Provider value={{ user, signedIn, signOut: async () => undefined }}>
        <JoinPage />
      </SessionContext.Provider>,
      { path: '/join/:project/:invitation', at: '/join/demo/i1#s3cret' },
    )
  }
  beforeEach(() => {
    sent = []
    signedIn.mockReset()
  })

  it('makes an account for somebody new and signs her in', async () => {
    show(null, opened)
    expect(await screen.findByText('Join Afya Nyumbani')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('First name'), 'Nia')
    await userEvent.type(screen.getByLabelText('Password'), 'correct-horse-7')
    await userEvent.click(screen.getByRole('button', { name: 'Create account and join' }))
    await vi.waitFor(() => expect(signedIn).toHaveBeenCalledWith(nia))
    expect(sent[0]).toEqual({
      url: '/session/invitation',
      body: { project: 'demo', invitation: 'i1', secret: 's3cret' },
    })
    expect(sent.at(-1)?.body).toMatchObject({ secret: 's3cret', firstName: 'Nia' })
  })

  it('asks whoever has an account to sign in first', async () => {
    show(null, { ...opened, hasAccount: true })
    expect(await screen.findByText(/Sign in as nia@example.org/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Sign In' }).getAttribute('href')).toBe(
      `/signin?next=${encodeURIComponent('/join/demo/i1')}`,
    )
  })

  it('is not for somebody else who is signed in', async () => {
    show({ ...nia, username: 'other@example.org' }, opened)
    expect(await screen.findByText(/you are signed in as other@example.org/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Join' })).toBeNull()
  })

  it('says so when it is over', async () => {
    show(null, { code: 'NOT_FOUND' }, 404)
    expect(await screen.findByText(/This invitation is over/)).toBeTruthy()
  })
})
