// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'
import { WorkerStatus } from './WorkerStatus.tsx'

const WorkersQuery = graphql(`
  query MobileWorkers(
    $project: String!
    $first: Int!
    $after: String
    $search: String
    $active: Boolean
  ) {
    project(name: $project) {
      id
      mobileWorkers(first: $first, after: $after, search: $search, active: $active) {
        nodes {
          id
          userId
          username
          firstName
          lastName
          active
          createdAt
          lastSubmissionOn
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

type Workers = NonNullable<ResultOf<typeof WorkersQuery>['project']>['mobileWorkers']
type Worker = Workers['nodes'][number]

/** The people who work with phones. */
export function MobileWorkersPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const asked = filters.get('q') ?? ''
  const status = filters.get('status') ?? 'active'
  const [{ data, error, fetching }, read] = useQuery({
    query: WorkersQuery,
    variables: {
      project,
      first: paging.size,
      after: paging.after,
      search: asked.trim() || null,
      active: status === 'all' ? null : status === 'active',
    },
    requestPolicy: 'cache-and-network',
  })
  const workers = data?.project?.mobileWorkers
  const create = may('edit_commcare_users') && (
    <Button component={Link} to={paths.newMobileWorker(project)}>
      {t('newWorker.title')}
    </Button>
  )
  const columns = [
    {
      id: 'username',
      header: t('workers.column.username'),
      cell: ({ userId, username }: Worker) => (
        <TextLink to={paths.mobileWorker(project, userId)} fw={500}>
          {username}
        </TextLink>
      ),
    },
    {
      id: 'name',
      header: t('workers.column.name'),
      cell: ({ firstName, lastName }: Worker) => `${firstName} ${lastName}`.trim() || '—',
    },
    {
      id: 'last',
      header: t('workers.column.lastForm'),
      cell: ({ lastSubmissionOn }: Worker) =>
        lastSubmissionOn ? <When at={lastSubmissionOn} /> : t('workers.never'),
    },
    {
      id: 'created',
      header: t('workers.column.created'),
      cell: ({ createdAt }: Worker) => <When at={createdAt} />,
    },
    {
      id: 'status',
      header: t('workers.column.status'),
      cell: ({ active }: Worker) => <WorkerStatus active={active} />,
    },
  ]
  const filtered = asked !== '' || status !== 'active'
  return (
    <Page title={t('workers.title')} purpose={t('workers.purpose')} actions={create}>
      <FilterBar active={filtered} onClear={() => filters.clear(['q', 'status'])}>
        <SearchField
          label={t('workers.search')}
          value={asked}
          onSearch={(text) => filters.set('q', text)}
        />
        <SelectField
          label={t('workers.column.status')}
          options={[
            { value: 'active', label: t('workerStatus.active') },
            { value: 'deactivated', label: t('workerStatus.deactivated') },
            { value: 'all', label: t('filter.all') },
          ]}
          value={status}
          onChange={(value) => filters.set('status', value === 'active' ? null : value)}
        />
      </FilterBar>
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(workers || !error) && (
        <Panel flush>
          <DataTable
            caption={t('workers.title')}
            columns={columns}
            rows={workers?.nodes}
            rowKey={({ userId }) => userId}
            rowHref={({ userId }) => paths.mobileWorker(project, userId)}
            busy={fetching && workers !== undefined}
            empty={
              filtered ? (
                <EmptyState title={t('workers.none.title')} hint={t('workers.none.hint')} />
              ) : (
                <EmptyState
                  title={t('workers.empty.title')}
                  hint={t('workers.empty.hint')}
                  action={create}
                />
              )
            }
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={workers?.nodes.length ?? 0}
        total={workers?.totalCount}
        endCursor={workers?.pageInfo.endCursor}
        hasNextPage={workers?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
