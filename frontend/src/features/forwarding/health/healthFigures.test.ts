// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { agoOf, dayOf } from './healthFigures.ts'

const hour = (attempts: number, failed: number, halfWithin: number | null) => ({
  attempts,
  failed,
  halfWithin,
  mostWithin: halfWithin && halfWithin * 10,
})

it('adds up the hours of a forwarder, and finds the usual and the slowest one', () => {
  const day = dayOf([hour(10, 1, 20), hour(0, 0, null), hour(5, 0, 100), hour(1, 1, 5000)])
  expect(day).toEqual({ attempts: 16, failed: 2, usual: 100, slowest: 50_000 })
  expect(dayOf([hour(0, 0, null)])).toEqual({
    attempts: 0,
    failed: 0,
    usual: null,
    slowest: null,
  })
})

it('tells an age in the largest unit that fits', () => {
  const now = new Date('2026-03-01T12:00:00Z')
  const age = (then: string) => agoOf('en', new Date(then), now)
  expect(age('2026-02-26T11:00:00Z')).toBe('3 days')
  expect(age('2026-03-01T10:30:00Z')).toBe('1 hour')
  expect(age('2026-03-01T11:59:59.5Z')).toBe('0 seconds')
  expect(age('2026-03-01T12:01:00Z')).toBe('0 seconds')
})
