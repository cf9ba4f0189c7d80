// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { primaryOf } from './primaryOf.ts'

describe('the primary location', () => {
  const places = ['a', 'b'].map((value) => ({ value, label: value, note: '' }))

  it('stays while it is listed, else the first one takes its place', () => {
    expect(primaryOf(places, 'b')).toBe('b')
    expect(primaryOf(places, 'z')).toBe('a')
    expect(primaryOf([], 'b')).toBe('')
  })
})
