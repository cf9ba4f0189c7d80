// SPDX-License-Identifier: Apache-2.0
import type { MouseEvent, ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Column } from './Column.ts'
import classes from './DataTable.module.css'
import { HeaderCell } from './HeaderCell.tsx'
import { SelectCell, SelectPageCell } from './SelectCell.tsx'
import { SkeletonRows } from './SkeletonRows.tsx'
import type { Selection } from '../selection/useSelection.ts'

type Props<Row> = {
  /** What the table holds, for people who cannot see it. */
  caption: string
  columns: Column<Row>[]
  /** Undefined while the first answer is awaited. */
  rows: Row[] | undefined
  rowKey: (row: Row) => string
  /** The page of a row; its first column should link there too. */
  rowHref?: (row: Row) => string
  /** The reader is about to open the row: time to fetch its page. */
  onRowIntent?: (row: Row) => void
  /** Rows that just arrived. */
  isFresh?: (row: Row) => boolean
  order?: string
  onOrder?: (order: string) => void
  busy?: boolean
  /** Gives each row a box to choose it by; `rowName` tells the rows apart. */
  selection?: Selection
  rowName?: (row: Row) => string
  empty: ReactNode
}

export function DataTable<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, rowHref, onRowIntent, isFresh, busy, empty } = props
  const { selection, rowName = rowKey } = props
  const navigate = useNavigate()
  if (rows?.length === 0 && !busy) return empty
  const open = (event: MouseEvent, row: Row) => {
    const onControl = (event.target as Element).closest(`a, button, input, .${classes['select']}`)
    const selecting = String(globalThis.getSelection()).length > 0
    if (rowHref && !onControl && !selecting) void navigate(rowHref(row))
  }
  return (
    <table
      className={classes['table']}
      role="table"
      aria-busy={busy || !rows}
      data-busy={busy || undefined}
    >
      <caption className="visuallyHidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {selection && <SelectPageCell selection={selection} />}
          {columns.map((column) => (
            <HeaderCell
              key={column.id}
              column={column}
              order={props.order}
              onOrder={props.onOrder}
            />
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows ? (
          rows.map((row) => (
            // The link in the first column does the same for the keyboard.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
            <tr
              key={rowKey(row)}
              role="row"
              data-opens={rowHref ? true : undefined}
              data-fresh={isFresh?.(row) || undefined}
              data-selected={selection?.has(rowKey(row)) || undefined}
              onClick={(event) => open(event, row)}
              onPointerEnter={onRowIntent && (() => onRowIntent(row))}
            >
              {selection && (
                <SelectCell selection={selection} id={rowKey(row)} name={rowName(row)} />
              )}
              {columns.map((column) => (
                <td
                  key={column.id}
                  role="cell"
                  data-label={column.header}
                  data-align={column.align}
                >
                  <span className={classes['content']}>{column.cell(row)}</span>
                </td>
              ))}
            </tr>
          ))
        ) : (
          <SkeletonRows columns={columns.length + (selection ? 1 : 0)} />
        )}
      </tbody>
    </table>
  )
}
