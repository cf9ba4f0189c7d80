// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useFormat } from '../../../lib/format/useFormat.ts'
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { JobLine } from '../../../ui/job/JobLine.tsx'
import { Page } from '../../../ui/page/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { useSelection } from '../../../ui/selection/useSelection.ts'
import { Status } from '../../../ui/Status.tsx'
import type { Column } from '../../../ui/table/Column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Pager } from '../../../ui/table/Pager.tsx'
import { useFilters } from '../../../ui/table/useFilters.ts'
import { usePaging } from '../../../ui/table/usePaging.ts'
import { TextLink } from '../../../ui/TextLink.tsx'
import { When } from '../../../ui/When.tsx'
import classes from '../Forwarding.module.css'
import { inForwarding } from '../forwardingPaths.ts'
import { RecordDeeds } from './RecordDeeds.tsx'
import { RecordFilters } from './RecordFilters.tsx'
import { recordFilterOf } from './recordFilterOf.ts'
import { RecordsInBulk } from './RecordsInBulk.tsx'
import { recordStates } from './recordState.ts'

const RecordsQuery = graphql(`
  query ForwardingRecords(
    $project: String!
    $first: Int!
    $after: String
    $forwarderId: String
    $state: ForwardingState
    $payloadId: String
    $since: DateTime
    $until: DateTime
  ) {
    project(name: $project) {
      id
      forwarders {
        id
        name
      }
      forwardingRecords(
        first: $first
        after: $after
        forwarderId: $forwarderId
        state: $state
        payloadId: $payloadId
        since: $since
        until: $until
      ) {
        nodes {
          id
          payloadId
          state
          registeredAt
          lastAttemptAt
          nextAttemptAt
          tries
          forwarder {
            id
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`)

type Records = NonNullable<ResultOf<typeof RecordsQuery>['project']>['forwardingRecords']
type Row = Records['nodes'][number]

const moment = (at: string | null) => (at ? <When at={at} /> : '—')

/** Data Forwarding Records: what was sent or is to be sent, the newest first. */
export function RecordsPage() {
  const t = useT()
  const { timeZone } = useFormat()
  const { name: project } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const filter = recordFilterOf(filters, timeZone)
  const [jobId, setJobId] = useState<string | null>(null)
  const [{ data, error, fetching }, execute] = useQuery({
    query: RecordsQuery,
    variables: { project, first: paging.size, after: paging.after, ...filter },
    requestPolicy: 'cache-and-network',
  })
  const read = () => execute({ requestPolicy: 'network-only' })
  const records = data?.project?.forwardingRecords
  const selection = useSelection({
    page: records?.nodes.map(({ id }) => id) ?? [],
    total: records?.totalCount,
    filters: JSON.stringify(filter),
  })
  const columns: Column<Row>[] = [
    {
      id: 'payload',
      header: t('requests.column.payload'),
      cell: ({ id, payloadId, forwarder }) => (
        <>
          <TextLink
            to={inForwarding.record(project, id)}
            fw={500}
            className={classes['address'] ?? ''}
          >
            {payloadId}
          </TextLink>
          <Text size="xs" c="dimmed">
            {forwarder?.name}
          </Text>
        </>
      ),
    },
    {
      id: 'state',
      header: t('requests.column.status'),
      cell: ({ state, tries }) => (
        <>
          <Status tone={recordStates[state].tone} label={t(recordStates[state].label)} />
          {tries > 0 && (
            <Text size="xs" c="dimmed">
              {t('records.tries', { count: tries })}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'made',
      header: t('records.column.made'),
      cell: ({ registeredAt }) => moment(registeredAt),
    },
    {
      id: 'last',
      header: t('records.column.last'),
      cell: ({ lastAttemptAt }) => moment(lastAttemptAt),
    },
    {
      id: 'next',
      header: t('records.column.next'),
      cell: ({ nextAttemptAt }) => moment(nextAttemptAt),
    },
    {
      id: 'deeds',
      header: t('forwarding.column.actions'),
      cell: ({ id, payloadId, state }) => (
        <RecordDeeds id={id} payloadId={payloadId} state={state} onDone={read} />
      ),
    },
  ]
  return (
    <Page
      title={t('records.title')}
      purpose={t('records.purpose')}
      parent={<TextLink to={paths.forwarding(project)}>{t('forwarding.title')}</TextLink>}
    >
      <RecordFilters filters={filters} forwarders={data?.project?.forwarders ?? []} />
      {error && <QueryError error={error} onRetry={read} />}
      {jobId && <JobLine key={jobId} jobId={jobId} onOver={read} onClose={() => setJobId(null)} />}
      <RecordsInBulk selection={selection} filter={filter} onJob={setJobId} />
      {(records || !error) && (
        <Panel flush>
          <DataTable
            caption={t('records.title')}
            columns={columns}
            rows={records?.nodes}
            rowKey={({ id }) => id}
            rowName={({ payloadId }) => payloadId}
            rowHref={({ id }) => inForwarding.record(project, id)}
            selection={selection}
            busy={fetching && records !== undefined}
            empty={<EmptyState title={t('records.none.title')} hint={t('records.none.hint')} />}
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={records?.nodes.length ?? 0}
        total={records?.totalCount}
        endCursor={records?.pageInfo.endCursor}
        hasNextPage={records?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
