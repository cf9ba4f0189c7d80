// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'

export type Column<Row> = {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** The orders this column offers; the first one is taken by the first click. */
  orders?: { first: string; ascending: string; descending: string }
  align?: 'end'
}
