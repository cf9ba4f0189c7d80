// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { usualDay } from './usualDay.ts'

const days = (...counts: number[]) => counts.map((count) => ({ count }))

describe('the usual day', () => {
  it('is the middle of the days before today, so a single odd day does not matter', () => {
    expect(usualDay(days(20, 21, 900, 5))).toBe(21)
  })

  it('lies between the two middle days when their number is even', () => {
    expect(usualDay(days(10, 20, 0))).toBe(15)
  })

  it('is nothing while there is only today', () => {
    expect(usualDay(days(4))).toBe(0)
  })
})
