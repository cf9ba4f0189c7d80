// SPDX-License-Identifier: Apache-2.0
import type { Filters } from '../../ui/table/useFilters.ts'
import { stringsOf } from '../../lib/text/stringsOf.ts'

export const caseFilterNames = ['q', 'type', 'owner', 'status', 'property']

export const caseOrders = [
  'SERVER_MODIFIED_DESC',
  'SERVER_MODIFIED_ASC',
  'NAME_ASC',
  'NAME_DESC',
] as const

export type CaseOrder = (typeof caseOrders)[number]

export type CaseFilter = {
  type: string | null
  ownerId: string | null
  closed: boolean | null
  properties: PropertyFilter[]
  text: string | null
}

export type PropertyFilter = { name: string; value: string }

/** The filter that the address of the Case List asks for. */
export function caseFilterOf(filters: Pick<Filters, 'get' | 'all'>): CaseFilter {
  const status = filters.get('status')
  return {
    type: filters.get('type'),
    ownerId: filters.get('owner'),
    closed: status === 'open' ? false : status === 'closed' ? true : null,
    properties: filters.all('property').flatMap((written) => readProperty(written) ?? []),
    text: filters.get('q')?.trim() || null,
  }
}

export function caseOrderOf(filters: Pick<Filters, 'get'>): CaseOrder {
  return caseOrders.find((order) => order === filters.get('order')) ?? 'SERVER_MODIFIED_DESC'
}

/** `name=value` as people write it; null while no name stands before the sign. */
export function readProperty(written: string): PropertyFilter | null {
  const sign = written.indexOf('=')
  const name = written.slice(0, sign).trim()
  return sign > 0 && name ? { name, value: written.slice(sign + 1).trim() } : null
}

type Changed = {
  type: string
  name: string
  ownerId: string
  closed: boolean
  deleted: boolean
  properties: unknown
}

/** Would this case stand in the list with this filter? */
export function passesCaseFilter(filter: CaseFilter, changed: Changed): boolean {
  const properties = stringsOf(changed.properties)
  const words = changed.name.toLowerCase().split(/\s+/)
  return (
    !changed.deleted &&
    (filter.type === null || filter.type === changed.type) &&
    (filter.ownerId === null || filter.ownerId === changed.ownerId) &&
    (filter.closed === null || filter.closed === changed.closed) &&
    filter.properties.every(({ name, value }) => properties[name] === value) &&
    (filter.text ?? '')
      .toLowerCase()
      .split(/\s+/)
      .every((wanted) => words.some((word) => word.startsWith(wanted)))
  )
}
