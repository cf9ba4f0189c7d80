// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { newPair } from '../../lib/text/pairs.ts'
import { noProduct, productInput } from './productValues.ts'

describe('the input of a product', () => {
  it('takes a comma in a cost for a point', () => {
    expect(productInput({ ...noProduct, cost: ' 1,50 ' }).cost).toBe('1.50')
  })

  it('notes what has a name and nothing else', () => {
    const data = [newPair('colour', 'red'), newPair(' ', 'lost')]
    expect(productInput({ ...noProduct, data }).data).toEqual({ colour: 'red' })
  })
})
