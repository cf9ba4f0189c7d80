// SPDX-License-Identifier: Apache-2.0
import type { Filters } from '../table/useFilters.ts'

export const workerFilterNames = ['q', 'status', 'group', 'location']

const orders = ['USERNAME_ASC', 'USERNAME_DESC', 'CREATED_ASC', 'CREATED_DESC'] as const
export type WorkerOrder = (typeof orders)[number]

/** Which workers the address asks for: those who are let in, unless it says otherwise. */
export function workerFilterOf({ get }: Pick<Filters, 'get'>) {
  const status = get('status') ?? 'active'
  return {
    search: get('q')?.trim() || null,
    active: status === 'all' ? null : status === 'active',
    groupId: get('group'),
    locationId: get('location'),
  }
}

export type WorkerFilter = ReturnType<typeof workerFilterOf>

export function workerOrderOf({ get }: Pick<Filters, 'get'>): WorkerOrder {
  return orders.find((order) => order === get('order')) ?? 'USERNAME_ASC'
}
