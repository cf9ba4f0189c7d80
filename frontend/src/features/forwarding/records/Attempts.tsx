// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useFormat } from '../../../lib/format/useFormat.ts'
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Status } from '../../../ui/Status.tsx'
import type { Column } from '../../../ui/table/Column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { When } from '../../../ui/When.tsx'
import classes from '../Forwarding.module.css'
import { inForwarding } from '../forwardingPaths.ts'
import { recordStates } from './recordState.ts'

export const AttemptFragment = graphql(`
  fragment ForwardingAttempt on ForwardingRequest {
    id
    at
    state
    status
    error
    responseBody
    millis
  }
`)

type Attempt = ResultOf<typeof AttemptFragment>

/** Delivery attempts, the newest first; each leads to its request and answer. */
export function Attempts({ attempts }: { attempts: Attempt[] }) {
  const t = useT()
  const { number } = useFormat()
  const { name: project } = useProject()
  const columns: Column<Attempt & { place: number }>[] = [
    {
      id: 'attempt',
      header: t('attempts.column.attempt'),
      cell: ({ id, place }) => (
        <TextLink to={inForwarding.request(project, id)}>
          {t('attempts.number', { number: place })}
        </TextLink>
      ),
    },
    { id: 'at', header: t('requests.column.at'), cell: ({ at }) => <When at={at} /> },
    {
      id: 'state',
      header: t('requests.column.status'),
      cell: ({ state }) =>
        state && <Status tone={recordStates[state].tone} label={t(recordStates[state].label)} />,
    },
    {
      id: 'answer',
      header: t('attempts.column.answer'),
      cell: ({ status, error, responseBody }) => (
        <>
          <Text size="sm" fw={500}>
            {status ?? error ?? t('testConnection.silent')}
          </Text>
          {responseBody && (
            <Text size="xs" c="dimmed" lineClamp={2} className={classes['address'] ?? ''}>
              {responseBody}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'millis',
      header: t('requests.column.millis'),
      align: 'end',
      cell: ({ millis }) => (
        <span className="numeric">{t('requests.millis', { millis: number(millis) })}</span>
      ),
    },
  ]
  const rows = attempts.map((attempt, index) => ({ ...attempt, place: attempts.length - index }))
  return (
    <Panel title={t('attempts.title')} flush={rows.length > 0}>
      <DataTable
        caption={t('attempts.title')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <Text size="sm" c="dimmed">
            {t('attempts.none')}
          </Text>
        }
      />
    </Panel>
  )
}
