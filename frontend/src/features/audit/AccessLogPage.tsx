// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { accessFilterNames, accessFilterOf } from './accessFilterOf.ts'
import { DateRangeFields } from './DateRangeFields.tsx'
import { LogFiles } from './LogFiles.tsx'

const AccessQuery = graphql(`
  query AccessLog($project: String!, $first: Int!, $after: String, $filter: AccessFilter!) {
    project(name: $project) {
      id
      accessLog(first: $first, after: $after, filter: $filter) {
        nodes {
          accessId
          at
          username
          means
          method
          path
          operation
          subject
          status
          address
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

type Access = NonNullable<ResultOf<typeof AccessQuery>['project']>['accessLog']['nodes'][number]

/** Who came into the project by the web app and the APIs, the newest first. */
export function AccessLogPage() {
  const t = useT()
  const { dateTime, timeZone } = useFormat()
  const { name: project } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const filter = accessFilterOf(filters, timeZone)
  const [{ data, error, fetching }, read] = useQuery({
    query: AccessQuery,
    variables: { project, first: paging.size, after: paging.after, filter },
    requestPolicy: 'cache-and-network',
  })
  const log = data?.project?.accessLog
  const columns = [
    {
      id: 'when',
      header: t('audit.column.when'),
      cell: ({ at }: Access) => <span className="numeric">{dateTime(at)}</span>,
    },
    { id: 'who', header: t('audit.column.who'), cell: ({ username }: Access) => username },
    {
      id: 'what',
      header: t('access.what'),
      cell: ({ method, path, operation, subject }: Access) =>
        [method, path, operation, subject].filter(Boolean).join(' '),
    },
    {
      id: 'status',
      header: t('access.status'),
      cell: ({ status }: Access) => <span className="numeric">{status}</span>,
    },
    {
      id: 'from',
      header: t('activity.address'),
      cell: ({ address, means }: Access) => `${address} · ${means}`,
    },
  ]
  return (
    <Page
      title={t('access.title')}
      purpose={t('access.purpose')}
      actions={<LogFiles log="access-log" filter={filter} />}
    >
      <FilterBar
        active={accessFilterNames.some((name) => filters.get(name) !== null)}
        onClear={() => filters.clear(accessFilterNames)}
      >
        <SearchField
          label={t('audit.filter.user')}
          value={filters.get('user') ?? ''}
          onSearch={(text) => filters.set('user', text)}
        />
        <SearchField
          label={t('activity.address')}
          value={filters.get('address') ?? ''}
          onSearch={(text) => filters.set('address', text)}
        />
        <DateRangeFields filters={filters} />
      </FilterBar>
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(log || !error) && (
        <Panel flush>
          <DataTable
            caption={t('access.title')}
            columns={columns}
            rows={log?.nodes}
            rowKey={({ accessId }) => accessId}
            busy={fetching && log !== undefined}
            empty={<EmptyState title={t('audit.none.title')} hint={t('access.none.hint')} />}
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
