// SPDX-License-Identifier: Apache-2.0
import type { ExportColumn, ExportTable } from './exportQuery.ts'

/** The table with one column changed. */
export function withColumn(
  table: ExportTable,
  path: string,
  change: Partial<ExportColumn>,
): ExportTable {
  return {
    ...table,
    columns: table.columns.map((column) =>
      column.path === path ? { ...column, ...change } : column,
    ),
  }
}

/** The table with the column at another place, so many rows further down or, below zero, up. */
export function withMoved(table: ExportTable, path: string, by: number): ExportTable {
  const from = table.columns.findIndex((column) => column.path === path)
  const to = from + by
  const moved = table.columns[from]
  if (!moved || to < 0 || to >= table.columns.length) return table
  const columns = table.columns.filter((column) => column !== moved)
  columns.splice(to, 0, moved)
  return { ...table, columns }
}

/** The tables with other headings, by the paths of their columns. */
export function withHeadings(
  tables: readonly ExportTable[],
  headed: readonly { path: string; columns: readonly { path: string; label: string }[] }[],
): ExportTable[] {
  return tables.map((table) => {
    const labels = new Map(
      headed
        .find(({ path }) => path === table.path)
        ?.columns.map(({ path, label }) => [path, label] as const),
    )
    return {
      ...table,
      columns: table.columns.map((column) => ({
        ...column,
        label: column.path.startsWith('properties.')
          ? (labels.get(column.path) ?? column.label)
          : column.label,
      })),
    }
  })
}

/** The table with all of its columns, or none of them; those that few people want stay as they are. */
export function withAll(table: ExportTable, selected: boolean): ExportTable {
  return {
    ...table,
    columns: table.columns.map((column) => (column.advanced ? column : { ...column, selected })),
  }
}
