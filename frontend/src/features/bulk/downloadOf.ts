// SPDX-License-Identifier: Apache-2.0
import type { Filters } from '../../ui/table/useFilters.ts'
import type { Workbook } from './workbooks.ts'

type Address = Pick<Filters, 'get' | 'all'>

/** What the address asks to be written, as the server is told; the names are those of the lists. */
export function downloadOf({ value }: Pick<Workbook, 'value'>, { get, all }: Address) {
  switch (value) {
    case 'MOBILE_WORKERS':
      return {
        workbook: value,
        mobileWorkers: {
          search: get('q')?.trim() || null,
          active: statusOf(get('status')),
          groupId: get('group'),
          locationId: get('location'),
        },
      }
    case 'LOCATIONS':
      return {
        workbook: value,
        locations: {
          withinId: get('within'),
          archived: get('archived') === 'yes' ? null : false,
        },
      }
    case 'LOOKUP_TABLES': {
      const tables = all('table')
      return { workbook: value, ...(tables.length > 0 && { lookupTableIds: tables }) }
    }
    case 'GROUPS':
      return { workbook: value }
  }
}

/** Like the list of workers, which shows those who are let in unless it is told otherwise. */
function statusOf(status: string | null): boolean | null {
  return status === 'all' ? null : status !== 'deactivated'
}
