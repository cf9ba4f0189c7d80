// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { fieldsOf, inputOf } from './providerValues.ts'

describe('the settings of an identity provider', () => {
  it('list one address in a line, or several in one', () => {
    const values = { ...fieldsOf(null), testers: 'a@x.example, b@x.example\n\n c@x.example ' }
    expect(inputOf(values).testers).toEqual(['a@x.example', 'b@x.example', 'c@x.example'])
  })

  it('begin with testers alone', () => {
    expect(inputOf(fieldsOf(null)).enforcement).toBe('TEST')
  })
})
