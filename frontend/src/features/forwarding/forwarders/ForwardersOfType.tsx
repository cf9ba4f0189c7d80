// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useFormat } from '../../../lib/format/useFormat.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { Column } from '../../../ui/table/Column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import classes from '../Forwarding.module.css'
import { inForwarding } from '../forwardingPaths.ts'
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
  const count = (
    id: string,
    header: string,
    state: string,
    of: (row: ForwarderRow) => number,
  ): Column<ForwarderRow> => ({
    id,
    header,
    align: 'end',
    cell: (row) => (
      <TextLink to={inForwarding.records(project, { forwarder: row.id, state })}>
        <span className="numeric">{number(of(row))}</span>
      </TextLink>
    ),
  })
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
    count('pending', t('forwarding.column.pending'), 'PENDING', ({ counts }) => counts.pending),
    count('failed', t('forwarding.column.failed'), 'FAILED', ({ counts }) => counts.failed),
    count(
      'cancelled',
      t('forwarding.column.cancelled'),
      'CANCELLED',
      ({ counts }) => counts.cancelled,
    ),
    count(
      'succeeded',
      t('forwarding.column.succeeded'),
      'SUCCEEDED',
      ({ counts }) => counts.succeeded,
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
