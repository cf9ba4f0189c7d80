// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { SessionContext } from '../../lib/session/SessionContext.tsx'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { TwoFactorOff } from './TwoFactorOff.tsx'

describe('setting up two-factor authentication', () => {
  it('shows a picture, takes a first code and gives recovery codes', async () => {
    const codes: string[] = []
    vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
      if (url === '/session') return Response.json({ userId: 'u' })
      const { query, variables } = JSON.parse(String(init?.body)) as {
        query: string
        variables: { input?: { code: string } }
      }
      if (query.includes('beginTwoFactor')) {
        return Response.json({
          data: {
            beginTwoFactor: {
              __typename: 'BeginTwoFactorPayload',
              secret: 'GEZDGNBVGY3TQOJQ',
              uri: 'otpauth://totp/Baraza:jane?secret=GEZDGNBVGY3TQOJQ&issuer=Baraza',
              userErrors: [],
            },
          },
        })
      }
      codes.push(variables.input?.code ?? '')
      return Response.json({
        data: {
          confirmTwoFactor: {
            __typename: 'RecoveryCodesPayload',
            recoveryCodes: ['abcd-efgh-jkmn-pqrs'],
            userErrors: [],
          },
        },
      })
    })
    const onDone = vi.fn()
    const signedIn = vi.fn()
    renderPage(
      <SessionContext.Provider value={{ user: null, signedIn, signOut: async () => undefined }}>
        <TwoFactorOff wantedBy={['Afya']} onDone={onDone} />
      </SessionContext.Provider>,
    )
    expect(screen.getByText(/once you have set up .*Afya/)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Set up' }))
    const picture = await screen.findByRole('img', { name: /QR code/ })
    expect(picture.querySelector('path')?.getAttribute('d')).toMatch(/^M2 2h1v1h-1z/)
    expect(screen.getByText('GEZD GNBV GY3T QOJQ')).toBeTruthy()
    await userEvent.type(screen.getByLabelText('Code that the app shows'), '123456')
    await userEvent.click(screen.getByRole('button', { name: 'Turn on' }))
    expect(await screen.findByText('abcd-efgh-jkmn-pqrs')).toBeTruthy()
    expect(codes).toEqual(['123456'])
    await userEvent.click(screen.getByRole('button', { name: 'I have kept them' }))
    expect(onDone).toHaveBeenCalled()
  })
})
