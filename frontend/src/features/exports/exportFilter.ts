// SPDX-License-Identifier: Apache-2.0
import type { graphql } from '../../lib/graphql/graphql.ts'

type DateKind = ReturnType<typeof graphql.scalar<'ExportDateKind'>>

/** Which forms or cases are wanted, as the fields have it; empty texts stand for all. */
export type FilterValues = {
  dates: DateKind
  days: number
  from: string
  to: string
  userId: string
  groupId: string
  locationId: string
}

export const everything: FilterValues = {
  dates: 'ALWAYS',
  days: 7,
  from: '',
  to: '',
  userId: '',
  groupId: '',
  locationId: '',
}

type Filter = {
  dates: { kind: DateKind; days: number; from: string; to: string }
  userIds: string[]
  groupIds: string[]
  locationIds: string[]
}

const listed = (id: string) => (id ? [id] : [])

/** The filter as the server is told; a day that its choice does not need is left out. */
export function filterOf(values: FilterValues): Filter {
  const { dates, days, from, to, userId, groupId, locationId } = values
  return {
    dates: {
      kind: dates,
      days: dates === 'DAYS_AGO' ? days : 0,
      from: dates === 'SINCE' || dates === 'RANGE' ? from : '',
      to: dates === 'RANGE' ? to : '',
    },
    userIds: listed(userId),
    groupIds: listed(groupId),
    locationIds: listed(locationId),
  }
}

export function valuesOf({ dates, userIds, groupIds, locationIds }: Filter): FilterValues {
  return {
    dates: dates.kind,
    days: dates.days || everything.days,
    from: dates.from,
    to: dates.to,
    userId: userIds[0] ?? '',
    groupId: groupIds[0] ?? '',
    locationId: locationIds[0] ?? '',
  }
}
