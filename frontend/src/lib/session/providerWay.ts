// SPDX-License-Identifier: Apache-2.0
import { csrfFetch } from '../http/csrfFetch.ts'

export type ProviderWay = { username: string; provider: string; path: string }

/** The identity provider that vouches for whoever has this address; null for a password. */
export async function askWay(username: string): Promise<ProviderWay | null> {
  try {
    const response = await csrfFetch('/session/way', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username }),
    })
    const way = (await response.json()) as Partial<ProviderWay>
    return way.path && way.provider ? { username, provider: way.provider, path: way.path } : null
  } catch {
    return null
  }
}

export function signInHref({ path, username }: ProviderWay, next: string | null): string {
  const query = new URLSearchParams({ username, ...(next && { next }) })
  return `${path}?${query.toString()}`
}
