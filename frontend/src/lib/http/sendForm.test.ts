// SPDX-License-Identifier: Apache-2.0
import { afterEach, expect, it, vi } from 'vitest'
import { sendForm } from './sendForm.ts'

afterEach(() => vi.unstubAllGlobals())

const answered = (answer: () => Promise<Response>) => {
  vi.stubGlobal('fetch', answer)
  return sendForm('/a/demo/import/', { name: 'value' })
}

const said = (status: number, body: string) =>
  answered(() => Promise.resolve(new Response(body, { status })))

it('reads the answer of success and of what is wrong with a file', async () => {
  expect(await said(200, '{"properties": 2}')).toEqual({ answer: { properties: 2 } })
  expect(await said(400, '{"messages": ["Row 3"]}')).toEqual({ answer: { messages: ['Row 3'] } })
})

it('takes no refusal for an answer', async () => {
  expect(await said(403, '{"code": "FORBIDDEN"}')).toEqual({ failure: 'mutation.forbidden' })
  expect(await said(500, '{"code": "INTERNAL_ERROR"}')).toEqual({ failure: 'mutation.failed' })
  expect(await said(200, '<html>')).toEqual({ failure: 'mutation.failed' })
  expect(await answered(() => Promise.reject(new TypeError()))).toEqual({
    failure: 'mutation.unreachable',
  })
})
