// SPDX-License-Identifier: Apache-2.0
import type { Filters } from '../../ui/table/useFilters.ts'
import { workerFilterOf } from '../../ui/worker/workerFilterOf.ts'
import type { Workbook } from './workbooks.ts'

type Address = Pick<Filters, 'get' | 'all'>

/** What the address asks to be written, as the server is told; the names are those of the lists. */
export function downloadOf({ value }: Pick<Workbook, 'value'>, { get, all }: Address) {
  switch (value) {
    case 'MOBILE_WORKERS':
      return { workbook: value, mobileWorkers: workerFilterOf({ get }) }
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
    case 'WEB_USERS':
    case 'GROUPS':
      return { workbook: value }
  }
}
