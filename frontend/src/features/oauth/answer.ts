// SPDX-License-Identifier: Apache-2.0
import { csrfFetch } from '../../lib/http/csrfFetch.ts'

type Answer = { clientId: string; state: string; scopes: string[] | null }

/**
 * Tells the server what the reader says, no scopes for no, and gives the address to go to. The address may be one that
 * only a navigation opens, so that the server says it instead of redirecting.
 */
export async function answer({ clientId, state, scopes }: Answer): Promise<string | null> {
  const form = new URLSearchParams({ client_id: clientId, state })
  if (scopes) for (const scope of scopes) form.append('scope', scope)
  else form.set('deny', 'true')
  try {
    const response = await csrfFetch('/oauth/authorize/', {
      method: 'POST',
      headers: { Accept: 'application/json' },
      body: form,
    })
    if (!response.ok) return null
    return ((await response.json()) as { location?: string }).location ?? null
  } catch {
    return null
  }
}
