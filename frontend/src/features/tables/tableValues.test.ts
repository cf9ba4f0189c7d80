// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { newField, newTable, tableInputOf, tableValuesOf, type Table } from './tableValues.ts'

const table: Table = {
  tableId: 't1',
  tag: 'clinics',
  isGlobal: false,
  description: 'Where to refer',
  itemAttributes: ['status'],
  fields: [
    { name: 'id', properties: [], indexed: true },
    { name: 'name', properties: ['lang', 'short'], indexed: false },
  ],
}

it('of a table come back as they were', () => {
  const { fields, itemAttributes, description, isGlobal } = table
  expect(tableInputOf(tableValuesOf(table))).toEqual({
    isGlobal,
    description,
    fields,
    itemAttributes,
  })
})

it('leave out lines without a name, and take properties with commas or spaces between', () => {
  const named = { ...newField(), name: ' name ', properties: 'lang,  short;' }
  expect(tableInputOf({ ...newTable(), fields: [named, newField()] }).fields).toEqual([
    { name: 'name', properties: ['lang', 'short'], indexed: false },
  ])
})
