// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { freshKey, kindOf, kinds, withKind } from './kinds.ts'

const field = { name: 'dob', label: { en: 'Born' }, input_: 'date', appearance: '' }

it('of fields are said as documents say them', () => {
  for (const kind of Object.keys(kinds)) {
    expect(kindOf(withKind(field, kind, () => 'group_1'))).toBe(kind)
    expect(
      kindOf(
        withKind(
          withKind(field, 'address', () => ''),
          kind,
          () => 'group_1',
        ),
      ),
    ).toBe(kind)
  }
  expect(withKind(field, 'barcode_scan', () => '')).toMatchObject({
    input_: '',
    appearance: 'barcode_scan',
  })
  expect(withKind({ ...field, appearance: 'fuzzy' }, 'select', () => '')).toMatchObject({
    input_: 'select',
    appearance: 'fuzzy',
  })
})

it('give headings keys of their own, and take them away again', () => {
  const heading = withKind(field, 'group', () => freshKey([{ group_key: 'group_1' }]))
  expect(heading['group_key']).toBe('group_2')
  expect(withKind(heading, 'group', () => 'other')['group_key']).toBe('group_2')
  expect(withKind(heading, 'date', () => '')['group_key']).toBe('')
  expect(withKind({ ...field, group_key: 'group_2' }, 'select', () => '')['group_key']).toBe(
    'group_2',
  )
})
