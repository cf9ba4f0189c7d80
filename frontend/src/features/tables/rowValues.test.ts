// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { cellText, newValue, rowInputOf, rowValuesOf, type Row } from './rowValues.ts'
import type { Table } from './tableValues.ts'

const table: Table = {
  tableId: 't1',
  tag: 'clinics',
  isGlobal: false,
  description: '',
  itemAttributes: ['status'],
  fields: [
    { name: 'id', properties: [], indexed: true },
    { name: 'name', properties: ['lang'], indexed: false },
  ],
}
const row: Row = {
  rowId: 'r1',
  itemAttributes: { status: 'open' },
  fields: [
    {
      name: 'name',
      values: [
        { value: 'Clinic', properties: { lang: 'en' } },
        { value: 'Clinique', properties: { lang: 'fr' } },
      ],
    },
    { name: 'phone', values: [{ value: '0700', properties: {} }] },
  ],
  owners: [{ kind: 'USER', id: 'u1' }],
}

it('show every field of the table, and keep what the table no longer has', () => {
  const values = rowValuesOf(table, row)
  expect(values.fields.map(({ name, values: each }) => [name, each.length])).toEqual([
    ['id', 1],
    ['name', 2],
  ])
  expect(rowInputOf(values)).toEqual({
    fields: [{ name: 'id', values: [{ value: '', properties: {} }] }, ...row.fields],
    itemAttributes: { status: 'open' },
    owners: row.owners,
  })
})

it('leave out a further value that says nothing', () => {
  const values = rowValuesOf(table, null)
  const [id, name] = rowInputOf({
    ...values,
    fields: values.fields.map((field) => ({ ...field, values: [...field.values, newValue()] })),
  }).fields
  expect([id?.values.length, name?.values.length]).toEqual([1, 1])
})

it('stand side by side in a cell', () => {
  expect(cellText(row, 'name')).toBe('Clinic · Clinique')
  expect(cellText(row, 'id')).toBe('')
})
