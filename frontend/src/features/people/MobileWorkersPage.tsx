// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Suspense } from 'react'
import { Link, useLocation } from 'react-router'
import { useQuery } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { laterPart } from '../../lib/i18n/laterPart.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { useSelection } from '../../ui/selection/useSelection.ts'
import { ColumnMenu } from '../../ui/table/ColumnMenu.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useColumns } from '../../ui/table/useColumns.ts'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { useWorkerRights } from './useWorkerRights.ts'
import { workerFilterNames, workerFilterOf, workerOrderOf } from '../../ui/worker/workerFilterOf.ts'
import { WorkerFilters } from '../../ui/worker/WorkerFilters.tsx'
import { usualWorkerColumns, workerColumns, workerKey, workerName } from './workerRow.tsx'
import { WorkersQuery } from './workersQuery.ts'

const loadBulk = () => import('./WorkersInBulk.tsx')
const WorkersInBulk = laterPart(async () => (await loadBulk()).WorkersInBulk)
const WorkersMenu = laterPart(async () => (await loadBulk()).WorkersMenu)

/** The people who work with phones. */
export function MobileWorkersPage() {
  const t = useT()
  const { name: project } = useProject()
  const rights = useWorkerRights()
  const { search: address } = useLocation()
  const filters = useFilters()
  const paging = usePaging()
  const filter = workerFilterOf(filters)
  const orderBy = workerOrderOf(filters)
  const [{ data, error, fetching }, read] = useQuery({
    query: WorkersQuery,
    variables: {
      project,
      first: paging.size,
      after: paging.after,
      ...filter,
      orderBy,
      withPlaces: rights.seesPlaces,
      withGroups: rights.seesGroups,
    },
    requestPolicy: 'cache-and-network',
  })
  const workers = data?.project?.mobileWorkers
  const selection = useSelection({
    page: workers?.nodes.map(workerKey) ?? [],
    total: workers?.totalCount,
    filters: JSON.stringify(filter),
  })
  const columns = useColumns(
    filters,
    workerColumns(t, {
      project,
      withPlaces: rights.seesPlaces,
      withGroups: rights.seesGroups,
      hasPlaces: (data?.project?.locationTypes?.length ?? 0) > 0,
    }),
    usualWorkerColumns,
  )
  const create = rights.edits && (
    <Button component={Link} to={paths.newMobileWorker(project)}>
      {t('newWorker.title')}
    </Button>
  )
  const filtered = workerFilterNames.some((name) => filters.get(name) !== null)
  return (
    <Page
      title={t('workers.title')}
      purpose={t('workers.purpose')}
      actions={
        <>
          <ColumnMenu choices={columns.choices} />
          {create}
          {rights.edits && (
            <Suspense>
              <WorkersMenu filters={address} />
            </Suspense>
          )}
        </>
      }
    >
      <WorkerFilters
        filters={filters}
        seesPlaces={rights.seesPlaces}
        seesGroups={rights.seesGroups}
      />
      {error && <QueryError error={error} onRetry={() => read()} />}
      {rights.edits && (
        <Suspense>
          <WorkersInBulk
            selection={selection}
            filter={filter}
            onChanged={() => read({ requestPolicy: 'network-only' })}
          />
        </Suspense>
      )}
      {(workers || !error) && (
        <Panel flush>
          <DataTable
            caption={t('workers.title')}
            columns={columns.shown}
            rows={workers?.nodes}
            rowKey={workerKey}
            rowName={workerName}
            rowHref={(row) => paths.mobileWorker(project, workerKey(row))}
            {...(rights.edits && { selection })}
            order={orderBy}
            onOrder={(order) => filters.set('order', order === 'USERNAME_ASC' ? null : order)}
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
