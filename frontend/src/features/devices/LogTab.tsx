// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Text } from '@mantine/core'
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { LogFilters } from './LogFilters.tsx'
import { logFilterNames, logFilterOf } from './logFilterOf.ts'
import { LogMessage } from './LogMessage.tsx'

const LogsQuery = graphql(`
  query DeviceLogs($project: String!, $first: Int!, $after: String, $filter: DeviceLogFilter!) {
    project(name: $project) {
      id
      deviceLogs(first: $first, after: $after, filter: $filter) {
        nodes {
          reportId
          number
          type
          message
          occurredOn
          deviceId
          userId
          username
          user {
            userId
            displayName
          }
          appBuild
          appVersion
          androidVersion
          deviceModel
          session
          expression
          signature
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

type Logs = NonNullable<ResultOf<typeof LogsQuery>['project']>['deviceLogs']
export type LogEntry = Logs['nodes'][number]

/** The entries of all phones' logs, the newest first. */
export function LogTab() {
  const t = useT()
  const { dateTime, timeZone } = useFormat()
  const { name: project } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const filter = logFilterOf(filters, timeZone)
  const [{ data, error, fetching }, read] = useQuery({
    query: LogsQuery,
    variables: { project, first: paging.size, after: paging.after, filter },
    requestPolicy: 'cache-and-network',
  })
  const logs = data?.project?.deviceLogs
  const filtered = logFilterNames.some((name) => filters.get(name) !== null)
  const columns = [
    {
      id: 'when',
      header: t('deviceLogs.column.when'),
      cell: ({ occurredOn }: LogEntry) => <span className="numeric">{dateTime(occurredOn)}</span>,
    },
    { id: 'type', header: t('deviceLogs.column.type'), cell: ({ type }: LogEntry) => type },
    {
      id: 'message',
      header: t('deviceLogs.column.message'),
      cell: (entry: LogEntry) => <LogMessage entry={entry} />,
    },
    {
      id: 'worker',
      header: t('forms.filter.worker'),
      cell: ({ user, username, userId }: LogEntry) => (
        <PersonName user={user} otherwise={username ?? userId} />
      ),
    },
    {
      id: 'device',
      header: t('meta.device'),
      cell: ({ deviceId }: LogEntry) =>
        deviceId ? (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => filters.set('device', deviceId)}
          >
            {deviceId}
          </Button>
        ) : (
          '—'
        ),
    },
  ]
  return (
    <Stack gap="lg">
      <LogFilters filters={filters} />
      {filter.signature && (
        <Text size="sm" c="dimmed">
          {t('deviceLogs.ofOneCrash')}
        </Text>
      )}
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(logs || !error) && (
        <Panel flush>
          <DataTable
            caption={t('deviceLogs.title')}
            columns={columns}
            rows={logs?.nodes}
            rowKey={({ reportId, number }) => `${reportId} ${number}`}
            busy={fetching && logs !== undefined}
            empty={
              filtered ? (
                <EmptyState title={t('deviceLogs.none.title')} hint={t('devices.none.hint')} />
              ) : (
                <EmptyState title={t('deviceLogs.empty.title')} hint={t('deviceLogs.empty.hint')} />
              )
            }
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={logs?.nodes.length ?? 0}
        total={logs?.totalCount}
        endCursor={logs?.pageInfo.endCursor}
        hasNextPage={logs?.pageInfo.hasNextPage}
      />
    </Stack>
  )
}
