// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { Status } from '../../ui/Status.tsx'
import type { Column } from '../../ui/table/Column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'
import { When } from '../../ui/When.tsx'
import { syncStateOf } from './syncStateOf.ts'

const WorkerSyncsQuery = graphql(`
  query WorkerSyncs($project: String!, $userId: String!, $first: Int!, $after: String) {
    project(name: $project) {
      id
      mobileWorker(userId: $userId) {
        id
        syncs(first: $first, after: $after) {
          nodes {
            restoreId
            syncedOn
            deviceId
            askedBy {
              userId
              displayName
            }
            incremental
            completed
            caseCount
            disagreedOn
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  }
`)

type Found = NonNullable<ResultOf<typeof WorkerSyncsQuery>['project']>['mobileWorker']
export type Sync = NonNullable<Found>['syncs']['nodes'][number]

/** What the phones of a worker were sent, and when; the newest first. */
export function WorkerSyncsTab({ userId }: { userId: string }) {
  const t = useT()
  const { number } = useFormat()
  const { name: project } = useProject()
  const paging = usePaging()
  const [{ data, error, fetching }, read] = useQuery({
    query: WorkerSyncsQuery,
    variables: { project, userId, first: paging.size, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  const syncs = data?.project?.mobileWorker?.syncs
  const columns: Column<Sync>[] = [
    {
      id: 'when',
      header: t('syncs.column.when'),
      cell: ({ syncedOn }) => <When at={syncedOn} />,
    },
    {
      id: 'kind',
      header: t('syncs.column.kind'),
      cell: ({ incremental }) => t(incremental ? 'syncs.incremental' : 'syncs.full'),
    },
    {
      id: 'state',
      header: t('jobs.column.state'),
      cell: (sync) => {
        const { label, tone } = syncStateOf(sync)
        return <Status tone={tone} label={t(label)} />
      },
    },
    {
      id: 'cases',
      header: t('syncs.column.cases'),
      cell: ({ caseCount }) => number(caseCount),
      align: 'end',
    },
    {
      id: 'device',
      header: t('meta.device'),
      cell: ({ deviceId }) => deviceId ?? '—',
    },
    {
      id: 'askedBy',
      header: t('syncs.column.askedBy'),
      cell: ({ askedBy }) => askedBy?.displayName ?? t('syncs.herself'),
    },
  ]
  return (
    <Stack gap="lg">
      <Panel flush title={t('syncs.title')}>
        <DataTable
          caption={t('syncs.title')}
          columns={columns}
          rows={syncs?.nodes}
          rowKey={({ restoreId }) => restoreId}
          busy={fetching && syncs !== undefined}
          empty={<EmptyState title={t('syncs.empty.title')} hint={t('syncs.empty.hint')} />}
        />
      </Panel>
      <Pager
        paging={paging}
        shown={syncs?.nodes.length ?? 0}
        total={syncs?.totalCount}
        endCursor={syncs?.pageInfo.endCursor}
        hasNextPage={syncs?.pageInfo.hasNextPage}
      />
    </Stack>
  )
}
