// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { isIncomplete, lineOf, newLine, writtenLines } from './searchValues.ts'

describe('lines of Case Search', () => {
  it('count when something was written in them, without blanks around', () => {
    const written = writtenLines([
      newLine(),
      lineOf({ caseType: ' mother ', property: 'name', pattern: ' ' }),
    ])
    expect(written).toMatchObject([{ caseType: 'mother', property: 'name', pattern: ' ' }])
  })

  it('have keys of their own', () => {
    expect(newLine().key).not.toBe(newLine().key)
  })

  it('need a case type, a property, and a pattern where they are about one', () => {
    const line = lineOf({ caseType: 'mother', property: 'phone' })
    expect(isIncomplete([newLine(), line], false)).toBe(false)
    expect(isIncomplete([line], true)).toBe(true)
    expect(isIncomplete([{ ...line, property: ' ' }], false)).toBe(true)
    expect(isIncomplete([{ ...line, pattern: '[- ]' }], true)).toBe(false)
  })
})
