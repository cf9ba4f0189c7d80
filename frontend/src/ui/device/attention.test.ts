// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { inOrder, reasons, reasonsOf } from './attention.ts'

describe('the reasons why a device needs attention', () => {
  it('are asked for by the address: one, any, or none', () => {
    expect(reasonsOf('SILENT')).toEqual(['SILENT'])
    expect(reasonsOf('any')).toEqual(reasons)
    expect(reasonsOf(null)).toEqual([])
    expect(reasonsOf('SOMETHING')).toEqual([])
  })

  it('stand with the most pressing one first', () => {
    expect(inOrder(['CLOCK_WRONG', 'QUARANTINED_FORMS'])).toEqual([
      'QUARANTINED_FORMS',
      'CLOCK_WRONG',
    ])
  })
})
