// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import type { Table } from './tableValues.ts'

export const RowFragment = graphql(`
  fragment LookupRowContent on LookupRow {
    rowId
    itemAttributes
    fields {
      name
      values {
        value
        properties
      }
    }
    owners {
      kind
      id
    }
  }
`)

export type Row = ResultOf<typeof RowFragment>
export type Owner = Row['owners'][number]

/** One of the values of a field, for example the one in a language. */
export type ValueDraft = { key: string; value: string; properties: Record<string, string> }
export type FieldDraft = { name: string; values: ValueDraft[] }

/** A row while somebody writes it. Fields that the table no longer has go along unseen. */
export type RowValues = {
  fields: FieldDraft[]
  former: FieldDraft[]
  itemAttributes: Record<string, string>
  owners: Owner[]
}

export function newValue(): ValueDraft {
  return { key: crypto.randomUUID(), value: '', properties: {} }
}

export function rowValuesOf(table: Table, row: Row | null): RowValues {
  const drafts = (row?.fields ?? []).map(({ name, values }) => ({
    name,
    values: values.map(({ value, properties }) => ({
      ...newValue(),
      value,
      properties: stringsOf(properties),
    })),
  }))
  const known = new Set(table.fields.map(({ name }) => name))
  return {
    fields: table.fields.map(({ name }) => {
      const values = drafts.find((draft) => draft.name === name)?.values ?? []
      return { name, values: values.length > 0 ? values : [newValue()] }
    }),
    former: drafts.filter(({ name }) => !known.has(name)),
    itemAttributes: stringsOf(row?.itemAttributes),
    owners: row?.owners ?? [],
  }
}

/** What the API is told. A further value that is empty in every way is left out. */
export function rowInputOf({ fields, former, itemAttributes, owners }: RowValues) {
  return {
    fields: [...fields, ...former].map(({ name, values }) => ({
      name,
      values: values
        .filter((each, index) => index === 0 || said(each))
        .map(({ value, properties }) => ({ value, properties: written(properties) })),
    })),
    itemAttributes: written(itemAttributes),
    owners: owners.map(({ kind, id }) => ({ kind, id })),
  }
}

function said({ value, properties }: ValueDraft): boolean {
  return value !== '' || Object.values(properties).some((text) => text !== '')
}

function written(texts: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''))
}

/** A field in one cell: all its values, the first one first. */
export function cellText(row: Row, field: string): string {
  const values = row.fields.find(({ name }) => name === field)?.values ?? []
  return values.map(({ value }) => value).join(' · ')
}
