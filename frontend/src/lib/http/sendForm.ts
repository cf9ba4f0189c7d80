// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../i18n/languages.ts'
import { csrfFetch } from './csrfFetch.ts'

/** What a server said to a form that it understood, or why there is no such answer. */
export type FormAnswer<Answer> = { answer: Answer } | { failure: MessageKey }

/** Sends a form with files and reads the answer: of success, or of what is wrong with the file. */
export async function sendForm<Answer>(
  url: string,
  fields: Record<string, string | File>,
): Promise<FormAnswer<Answer>> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  let response: Response
  try {
    response = await csrfFetch(url, { method: 'POST', body })
  } catch {
    return { failure: 'mutation.unreachable' }
  }
  if (!response.ok && response.status !== 400) {
    return { failure: response.status === 403 ? 'mutation.forbidden' : 'mutation.failed' }
  }
  try {
    return { answer: (await response.json()) as Answer }
  } catch {
    return { failure: 'mutation.failed' }
  }
}
