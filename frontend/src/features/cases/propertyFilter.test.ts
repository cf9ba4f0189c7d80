// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { conditionOf, readProperty, writeProperty } from './propertyFilter.ts'

describe('a filter by a property', () => {
  it('is read as people write it', () => {
    expect(readProperty('age >= 5')).toEqual({ name: 'age', sign: '>=', value: '5' })
    expect(readProperty('edd<2026-05-01')).toEqual({ name: 'edd', sign: '<', value: '2026-05-01' })
    expect(readProperty('risk != high')).toEqual({ name: 'risk', sign: '!=', value: 'high' })
    expect(readProperty('note=')).toEqual({ name: 'note', sign: '=', value: '' })
  })

  it('keeps signs inside the value', () => {
    expect(readProperty('formula = a=b')).toEqual({ name: 'formula', sign: '=', value: 'a=b' })
    expect(readProperty('formula!=<3')).toEqual({ name: 'formula', sign: '!=', value: '<3' })
  })

  it('has a name, and is compared with numbers and dates only', () => {
    for (const wrong of ['=b', 'alone', '>5', 'age>old', 'age<', '']) {
      expect(readProperty(wrong), wrong).toBeNull()
    }
  })

  it('is the same when it was written', () => {
    for (const written of ['age>=5', 'risk!=high', 'note=', 'edd<2026-05-01']) {
      const read = readProperty(written)
      expect(read && writeProperty(read)).toBe(written)
    }
    expect(conditionOf({ name: 'age', sign: '<=', value: '5' })).toEqual({ name: 'age', lte: '5' })
  })
})
