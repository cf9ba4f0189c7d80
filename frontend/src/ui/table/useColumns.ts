// SPDX-License-Identifier: Apache-2.0
import type { Column } from './Column.ts'
import type { Filters } from './useFilters.ts'

const parameter = 'columns'
/** Stands in the address where no column but the first is wanted. */
const none = '-'

export type ColumnChoice = {
  id: string
  header: string
  shown: boolean
  toggle: () => void
}

/**
 * Which columns of a table are shown, kept in the address. The first one names the row and always stays; `usual` are
 * those that are shown when nothing was chosen.
 */
export function useColumns<Row>(
  filters: Filters,
  columns: Column<Row>[],
  usual: readonly string[],
): { shown: Column<Row>[]; choices: ColumnChoice[] } {
  const asked = filters.get(parameter)
  const wanted = asked === null ? usual : asked.split(',')
  const [first, ...others] = columns
  const set = (ids: string[]) => {
    const same = ids.length === usual.length && usual.every((id) => ids.includes(id))
    filters.set(parameter, same ? null : ids.join(',') || none)
  }
  return {
    shown: columns.filter(({ id }) => id === first?.id || wanted.includes(id)),
    choices: others.map(({ id, header }) => ({
      id,
      header,
      shown: wanted.includes(id),
      toggle: () =>
        set(
          others
            .map((other) => other.id)
            .filter((other) => wanted.includes(other) !== (other === id)),
        ),
    })),
  }
}
