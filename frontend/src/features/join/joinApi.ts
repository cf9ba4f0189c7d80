// SPDX-License-Identifier: Apache-2.0
import { csrfFetch, csrfToken } from '../../lib/http/csrfFetch.ts'
import { readSession, type SessionUser } from '../../lib/session/sessionApi.ts'

export type Opened = {
  project: string
  projectTitle: string
  email: string
  role: string
  invitedBy: string
  hasAccount: boolean
  /** Who vouches for people with this address, and where they sign in; left out for a password. */
  provider?: string
  signInPath?: string
}

type Refusal = { problem: string | null }
type Failure = { errors?: { message: string }[]; detail?: string }

/** Sends JSON to a path below the session, and gives the answer or why there is none. */
export async function postSession<T>(path: string, body: object): Promise<T | Refusal> {
  try {
    if (!csrfToken()) await readSession()
    const response = await csrfFetch(`/session/${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = (await response.json().catch(() => ({}))) as T & Failure
    if (response.ok) return answer
    const messages = answer.errors?.map(({ message }) => message).join(' ')
    return { problem: messages ?? (response.status === 404 ? null : (answer.detail ?? null)) }
  } catch {
    return { problem: null }
  }
}

export async function look(link: object): Promise<{ opened: Opened } | Refusal> {
  const answer = await postSession<Opened>('invitation', link)
  return 'email' in answer ? { opened: answer } : answer
}

export async function accept(link: object): Promise<{ user: SessionUser } | Refusal> {
  const answer = await postSession<SessionUser>('invitation/accept', link)
  return 'userId' in answer ? { user: answer } : answer
}
