// SPDX-License-Identifier: Apache-2.0
import { csrfFetch } from './csrfFetch.ts'

/** Sends a form with files and reads the answer, also one that says no; null when there is none. */
export async function sendForm<Answer>(
  url: string,
  fields: Record<string, string | File>,
): Promise<Answer | null> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  try {
    const response = await csrfFetch(url, { method: 'POST', body })
    return (await response.json()) as Answer
  } catch {
    return null
  }
}
