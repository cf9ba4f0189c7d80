// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useQuery } from 'urql'
import { useFormat } from '../../../lib/format/useFormat.ts'
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Page } from '../../../ui/page/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import type { Column } from '../../../ui/table/Column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { Pager } from '../../../ui/table/Pager.tsx'
import { useFilters } from '../../../ui/table/useFilters.ts'
import { usePaging } from '../../../ui/table/usePaging.ts'
import { TextLink } from '../../../ui/TextLink.tsx'
import { When } from '../../../ui/When.tsx'
import classes from '../Forwarding.module.css'
import { inForwarding } from '../forwardingPaths.ts'
import { AnswerStatus } from './AnswerStatus.tsx'
import { RequestFilters } from './RequestFilters.tsx'
import { requestFilterOf } from './requestFilterOf.ts'

const RequestsQuery = graphql(`
  query ForwardingRequests(
    $project: String!
    $first: Int!
    $after: String
    $connectionId: String
    $payloadId: String
    $url: String
    $status: Int
    $since: DateTime
    $until: DateTime
  ) {
    project(name: $project) {
      id
      connections {
        id
        name
      }
      forwardingRequests(
        first: $first
        after: $after
        connectionId: $connectionId
        payloadId: $payloadId
        url: $url
        status: $status
        since: $since
        until: $until
      ) {
        nodes {
          id
          at
          payloadId
          method
          url
          status
          error
          millis
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

type Log = NonNullable<ResultOf<typeof RequestsQuery>['project']>['forwardingRequests']
type Row = Log['nodes'][number]

/** Remote API Logs: what was sent, and what came back, the newest first. */
export function RequestsPage() {
  const t = useT()
  const { number, timeZone } = useFormat()
  const { name: project } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const [{ data, error, fetching }, read] = useQuery({
    query: RequestsQuery,
    variables: {
      project,
      first: paging.size,
      after: paging.after,
      ...requestFilterOf(filters, timeZone),
    },
    requestPolicy: 'cache-and-network',
  })
  const log = data?.project?.forwardingRequests
  const columns: Column<Row>[] = [
    {
      id: 'at',
      header: t('requests.column.at'),
      cell: ({ id, at }) => (
        <TextLink to={inForwarding.request(project, id)}>
          <When at={at} />
        </TextLink>
      ),
    },
    {
      id: 'url',
      header: t('requests.column.request'),
      cell: ({ method, url }) => (
        <span className={classes['address']}>
          {method} {url}
        </span>
      ),
    },
    {
      id: 'payload',
      header: t('requests.column.payload'),
      cell: ({ payloadId }) => <span className={classes['address']}>{payloadId ?? '—'}</span>,
    },
    {
      id: 'status',
      header: t('requests.column.status'),
      cell: ({ status, error: problem }) => (
        <>
          <AnswerStatus status={status} />
          {problem && (
            <Text size="xs" c="dimmed">
              {problem}
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
  return (
    <Page
      title={t('requests.title')}
      purpose={t('requests.purpose')}
      parent={<TextLink to={paths.connections(project)}>{t('connections.title')}</TextLink>}
    >
      <RequestFilters filters={filters} connections={data?.project?.connections ?? []} />
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(log || !error) && (
        <Panel flush>
          <DataTable
            caption={t('requests.title')}
            columns={columns}
            rows={log?.nodes}
            rowKey={({ id }) => id}
            rowHref={({ id }) => inForwarding.request(project, id)}
            busy={fetching && log !== undefined}
            empty={<EmptyState title={t('requests.none.title')} hint={t('requests.none.hint')} />}
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={log?.nodes.length ?? 0}
        total={log?.totalCount}
        endCursor={log?.pageInfo.endCursor}
        hasNextPage={log?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
