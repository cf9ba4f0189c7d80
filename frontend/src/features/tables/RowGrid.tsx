// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import type { Selection } from '../../ui/selection/useSelection.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { cellText, type Row } from './rowValues.ts'
import type { Table } from './tableValues.ts'

const mostFields = 6

/** The fields that fit beside each other. */
export function shownFields(table: Table) {
  return table.fields.slice(0, mostFields)
}

type Props = { table: Table; rows: Row[]; busy: boolean; selection?: Selection | undefined }

/** The rows of a table; the first field leads to the page of the row. */
export function RowGrid({ table, rows, busy, selection }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const href = ({ rowId }: Row) => paths.lookupRow(project, table.tag, rowId)
  const columns = shownFields(table).map(({ name }, index) => ({
    id: `field ${name}`,
    header: name,
    cell: (row: Row) => {
      const text = cellText(row, name) || '—'
      return index > 0 ? (
        text
      ) : (
        <TextLink to={href(row)} fw={500}>
          {text}
        </TextLink>
      )
    },
  }))
  const owners = {
    id: 'owners',
    header: t('lookupRow.owners'),
    cell: (row: Row) => t('lookupRow.ownerCount', { count: row.owners.length }),
  }
  return (
    <DataTable
      caption={t('lookupTable.rows', { tag: table.tag })}
      columns={table.isGlobal ? columns : [...columns, owners]}
      rows={rows}
      rowKey={({ rowId }) => rowId}
      rowHref={href}
      rowName={(row) => cellText(row, table.fields[0]?.name ?? '') || row.rowId}
      {...(selection && { selection })}
      busy={busy && rows.length > 0}
      empty={
        <EmptyState
          title={t('lookupTable.empty.title')}
          hint={t('lookupTable.empty.hint')}
          action={
            <Button component={Link} to={paths.newLookupRow(project, table.tag)}>
              {t('newLookupRow.title')}
            </Button>
          }
        />
      }
    />
  )
}
