// SPDX-License-Identifier: Apache-2.0
import { csrfFetch, csrfToken } from '../http/csrfFetch.ts'

export type SessionUser = {
  userId: string
  username: string
  firstName: string
  lastName: string
  /** Does signing in ask for a code too? */
  twoFactor: boolean
  /** After how long without use the session ends. */
  idleSeconds: number
  /** Names of the projects that let her in only once she has a second factor. */
  twoFactorWantedBy: string[]
  /** Where the browser goes to end her session at her organisation too; left out where she showed a password. */
  signOutPath?: string
}

export type SignInFailure = {
  code:
    | 'WRONG_CREDENTIALS'
    | 'CODE_REQUIRED'
    | 'CODE_WRONG'
    | 'LOCKED_OUT'
    | 'SSO_REQUIRED'
    | 'UNREACHABLE'
  retryAfterSeconds?: number
}

export type SignInResult = { user: SessionUser } | { failure: SignInFailure }

/** The signed-in user, or null when nobody is signed in. */
export async function readSession(): Promise<SessionUser | null> {
  const response = await fetch('/session', { credentials: 'same-origin' })
  if (response.status === 401) return null
  if (!response.ok) throw new Error(`GET /session answered ${response.status}`)
  return (await response.json()) as SessionUser
}

const known: unknown[] = [
  'WRONG_CREDENTIALS',
  'CODE_REQUIRED',
  'CODE_WRONG',
  'LOCKED_OUT',
  'SSO_REQUIRED',
]

/** `code` is what a phone shows, once the server asked for it. */
export async function signIn(
  username: string,
  password: string,
  code?: string,
): Promise<SignInResult> {
  try {
    // The server hands out the token with any answer; without one the next call would be refused.
    if (!csrfToken()) await readSession()
    const response = await csrfFetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password, code }),
    })
    if (response.ok) return { user: (await response.json()) as SessionUser }
    const failure = (await response.json()) as Partial<SignInFailure>
    if (known.includes(failure.code)) return { failure: failure as SignInFailure }
    return { failure: { code: 'UNREACHABLE' } }
  } catch {
    return { failure: { code: 'UNREACHABLE' } }
  }
}

export async function signOut(): Promise<void> {
  await csrfFetch('/session', { method: 'DELETE' })
}
