// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useFormat } from '../../../lib/format/useFormat.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { Column } from '../../../ui/table/Column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import classes from '../Forwarding.module.css'
import { inForwarding } from '../forwardingPaths.ts'
import type { RecordState } from '../records/recordState.ts'
import { ForwarderActions } from './ForwarderActions.tsx'
import type { ForwarderRow } from './ForwardersPage.tsx'

type Props = {
  title: string
  rows: ForwarderRow[]
  onChanged: () => void
  onJob: (jobId: string) => void
}

/** The forwarders of one type, with what became of what they had to send. */
export function ForwardersOfType({ title, rows, onChanged, onJob }: Props) {
  const t = useT()
  const { number } = useFormat()
  const { name: project } = useProject()
  const counted = (row: ForwarderRow, state: RecordState, words: string) => (
    <TextLink to={inForwarding.records(project, { forwarder: row.id, state })}>{words}</TextLink>
  )
  const count = (
    header: string,
    state: RecordState,
    of: (row: ForwarderRow) => number,
    more?: (row: ForwarderRow) => ReactNode,
  ): Column<ForwarderRow> => ({
    id: state,
    header,
    align: 'end',
    cell: (row) => (
      <>
        <span className="numeric">{counted(row, state, number(of(row)))}</span>
        {more?.(row)}
      </>
    ),
  })
  const beside = (row: ForwarderRow, state: RecordState, words: MessageKey, amount: number) =>
    amount > 0 && (
      <Text size="xs" mt={4}>
        {counted(row, state, t(words, { count: amount }))}
      </Text>
    )
  const columns: Column<ForwarderRow>[] = [
    {
      id: 'name',
      header: t('forwarding.column.name'),
      cell: ({ id, name, connection }) => (
        <>
          <TextLink to={inForwarding.forwarder(project, id)} fw={500}>
            {name}
          </TextLink>
          <Text size="xs" c="dimmed" className={classes['address'] ?? ''}>
            {connection.url}
          </Text>
        </>
      ),
    },
    {
      id: 'standing',
      header: t('forwarding.column.standing'),
      cell: (row) => <Standing row={row} />,
    },
    count(t('forwarding.column.pending'), 'PENDING', ({ counts }) => counts.pending),
    count(t('forwarding.column.failed'), 'FAILED', ({ counts }) => counts.failed),
    count(
      t('forwarding.column.cancelled'),
      'CANCELLED',
      ({ counts }) => counts.cancelled - counts.invalid,
      (row) => beside(row, 'INVALID', 'forwarding.rejected', row.counts.invalid),
    ),
    count(
      t('forwarding.column.succeeded'),
      'SUCCEEDED',
      ({ counts }) => counts.succeeded - counts.empty,
      (row) => beside(row, 'EMPTY', 'forwarding.empty', row.counts.empty),
    ),
    {
      id: 'actions',
      header: t('forwarding.column.actions'),
      cell: (row) => <ForwarderActions row={row} onChanged={onChanged} onJob={onJob} />,
    },
  ]
  return (
    <DataTable caption={title} columns={columns} rows={rows} rowKey={({ id }) => id} empty={null} />
  )
}

function Standing({ row: { paused, restingUntil } }: { row: ForwarderRow }) {
  const t = useT()
  const { dateTime } = useFormat()
  if (paused) return <Status tone="warn" label={t('forwarding.paused')} />
  if (restingUntil && new Date(restingUntil) > new Date()) {
    return (
      <>
        <Status tone="bad" label={t('forwarding.resting')} />
        <Text size="xs" c="dimmed">
          {t('forwarding.resting.until', { time: dateTime(restingUntil) })}
        </Text>
      </>
    )
  }
  return <Status tone="good" label={t('forwarding.running')} />
}
