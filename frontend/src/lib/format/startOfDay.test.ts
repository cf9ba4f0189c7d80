// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { nextDay, startOfDay } from './startOfDay.ts'

describe('startOfDay', () => {
  it.each([
    ['2026-11-21', 'Africa/Nairobi', '2026-11-20T21:00:00.000Z'],
    ['2026-11-21', 'UTC', '2026-11-21T00:00:00.000Z'],
    ['2026-11-21', 'Asia/Kathmandu', '2026-11-20T18:15:00.000Z'],
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
  ])('of %s in %s is %s', (day, zone, instant) => {
    expect(startOfDay(day, zone)).toBe(instant)
  })

  it('follows the calendar over the end of a month', () => {
    expect(nextDay('2028-02-28')).toBe('2028-02-29')
    expect(nextDay('2026-12-31')).toBe('2027-01-01')
  })
})
