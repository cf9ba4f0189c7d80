// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { mayBe } from './recordState.ts'
import { recordFilterOf } from './recordFilterOf.ts'

const asked = (text: string) => recordFilterOf(new URLSearchParams(text), 'Africa/Nairobi')

it('takes the filters of the records report from its address, and leaves out what is none', () => {
  expect(asked('forwarder=f1&state=FAILED&payload=%20c1%20&from=2026-03-02&to=2026-03-02')).toEqual(
    {
      forwarderId: 'f1',
      state: 'FAILED',
      payloadId: 'c1',
      since: '2026-03-01T21:00:00.000Z',
      until: '2026-03-02T21:00:00.000Z',
    },
  )
  expect(asked('state=LOST')).toEqual({
    forwarderId: null,
    state: null,
    payloadId: null,
    since: null,
    until: null,
  })
})

it('lets what is open be cancelled, and what was given up be requeued', () => {
  expect(mayBe('FAILED')).toEqual({ cancelled: true, requeued: false })
  expect(mayBe('INVALID')).toEqual({ cancelled: false, requeued: true })
  expect(mayBe('SUCCEEDED')).toEqual({ cancelled: false, requeued: false })
})
