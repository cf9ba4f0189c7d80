// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { everything, filterOf, valuesOf } from './exportFilter.ts'

describe('the filter of an export', () => {
  it('leaves out days that the choice does not need', () => {
    const filter = filterOf({
      ...everything,
      dates: 'LAST_MONTH',
      from: '2026-01-01',
      to: '2026-02-01',
    })
    expect(filter.dates).toEqual({ kind: 'LAST_MONTH', days: 0, from: '', to: '' })
  })

  it('comes back as it went', () => {
    const values = {
      ...everything,
      dates: 'RANGE' as const,
      from: '2026-01-01',
      to: '2026-02-01',
      groupId: 'g',
    }
    expect(valuesOf(filterOf(values))).toEqual(values)
  })
})
