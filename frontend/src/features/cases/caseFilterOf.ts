// SPDX-License-Identifier: Apache-2.0
import type { Filters } from '../../ui/table/useFilters.ts'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { conditionOf, fulfils, readProperty, type PropertyCondition } from './propertyFilter.ts'

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
  text: string | null
  where: { all: { property: PropertyCondition }[] } | null
}

/** The filter that the address of the Case List asks for. */
export function caseFilterOf(filters: Pick<Filters, 'get' | 'all'>): CaseFilter {
  const status = filters.get('status')
  // What cannot be read is for the server to refuse: left out, it would let more through than it seems.
  const all = filters.all('property').map((written) => {
    const property = readProperty(written)
    return { property: property ? conditionOf(property) : { name: written } }
  })
  return {
    type: filters.get('type'),
    ownerId: filters.get('owner'),
    closed: status === 'open' ? false : status === 'closed' ? true : null,
    text: filters.get('q')?.trim() || null,
    where: all.length > 0 ? { all } : null,
  }
}

export function caseOrderOf(filters: Pick<Filters, 'get'>): CaseOrder {
  return caseOrders.find((order) => order === filters.get('order')) ?? 'SERVER_MODIFIED_DESC'
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
    (filter.where?.all ?? []).every(({ property }) =>
      fulfils(property, properties[property.name]),
    ) &&
    (filter.text ?? '')
      .toLowerCase()
      .split(/\s+/)
      .every((wanted) => words.some((word) => word.startsWith(wanted)))
  )
}
