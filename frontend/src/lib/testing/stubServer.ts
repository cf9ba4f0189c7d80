// SPDX-License-Identifier: Apache-2.0
import { vi } from 'vitest'

type Answer = { data?: unknown; errors?: unknown[] }
type Variables = Record<string, unknown>

/** Answers GraphQL calls by the name of their operation; remembers the variables of each call. */
export function stubServer(answers: Record<string, (variables: Variables) => Answer>) {
  const calls: { operation: string; variables: Variables; headers: Headers }[] = []
  vi.stubGlobal('fetch', async (_url: string, init: RequestInit) => {
    const { query, variables } = JSON.parse(String(init.body)) as {
      query: string
      variables: Variables
    }
    const [, kind = '', operation = ''] = /(query|mutation|subscription)\s+(\w+)/.exec(query) ?? []
    calls.push({ operation, variables, headers: new Headers(init.headers) })
    if (kind === 'subscription') return new Promise<Response>(() => undefined)
    const answer = answers[operation]?.(variables)
    if (!answer) throw new Error(`The test gives no answer for ${operation}`)
    return Response.json(answer)
  })
  return calls
}
