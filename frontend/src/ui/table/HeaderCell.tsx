// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react'
import type { Column } from './Column.ts'
import classes from './DataTable.module.css'

type Props = {
  column: Pick<Column<never>, 'header' | 'orders' | 'align'>
  order: string | undefined
  onOrder: ((order: string) => void) | undefined
}

export function HeaderCell({ column: { header, orders, align }, order, onOrder }: Props) {
  if (!orders || !onOrder) {
    return (
      <th scope="col" role="columnheader" data-align={align}>
        {header}
      </th>
    )
  }
  const { first, ascending, descending } = orders
  const sorted = order === ascending ? 'ascending' : order === descending ? 'descending' : 'none'
  const Icon = { ascending: IconArrowUp, descending: IconArrowDown, none: IconArrowsSort }[sorted]
  const next = sorted === 'none' ? first : sorted === 'ascending' ? descending : ascending
  return (
    <th scope="col" role="columnheader" aria-sort={sorted} data-align={align}>
      <UnstyledButton className={classes['sort'] ?? ''} onClick={() => onOrder(next)}>
        {header}
        <Icon size={14} aria-hidden data-sorted={sorted !== 'none' || undefined} />
      </UnstyledButton>
    </th>
  )
}
