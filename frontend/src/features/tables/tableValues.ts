// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { namesIn } from './names.ts'

export const TableFragment = graphql(`
  fragment LookupTableDefinition on LookupTable {
    tableId
    tag
    isGlobal
    description
    itemAttributes
    fields {
      name
      properties
      indexed
    }
  }
`)

export type Table = ResultOf<typeof TableFragment>

/** A field while somebody writes it; its properties stand in one line. */
export type FieldValues = { key: string; name: string; properties: string; indexed: boolean }

export type TableValues = {
  tag: string
  description: string
  isGlobal: boolean
  fields: FieldValues[]
  itemAttributes: string
}

export function newField(): FieldValues {
  return { key: crypto.randomUUID(), name: '', properties: '', indexed: false }
}

export const newTable = (): TableValues => ({
  tag: '',
  description: '',
  isGlobal: true,
  fields: [newField()],
  itemAttributes: '',
})

export function tableValuesOf(table: Table): TableValues {
  return {
    tag: table.tag,
    description: table.description,
    isGlobal: table.isGlobal,
    fields: table.fields.map(({ name, properties, indexed }) => ({
      key: name,
      name,
      properties: properties.join(', '),
      indexed,
    })),
    itemAttributes: table.itemAttributes.join(', '),
  }
}

/** What the API is told; lines without a name are left out. */
export function tableInputOf({ isGlobal, ...values }: TableValues) {
  return {
    isGlobal,
    description: values.description.trim(),
    fields: values.fields
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, properties, indexed }) => ({
        name: name.trim(),
        properties: namesIn(properties),
        indexed,
      })),
    itemAttributes: namesIn(values.itemAttributes),
  }
}
