// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { AddButton } from '../../ui/AddButton.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { Status } from '../../ui/Status.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'
import { WorkerChoices } from '../../ui/WorkerChoices.tsx'
import { useAssignment } from './useAssignment.ts'

const LocationWorkersQuery = graphql(`
  query LocationWorkers($project: String!, $first: Int!, $after: String, $locationId: String!) {
    project(name: $project) {
      id
      location(locationId: $locationId) {
        id
        workers(first: $first, after: $after) {
          nodes {
            id
            userId
            username
            displayName
            active
            lastSubmissionOn
            primaryLocation {
              id
              locationId
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
  }
`)

type Found = NonNullable<ResultOf<typeof LocationWorkersQuery>['project']>['location']
type Worker = NonNullable<Found>['workers']['nodes'][number]

type Props = { locationId: string; name: string; open: boolean; onChanged: () => void }

/** The mobile workers who are assigned here; others can be added, these can be removed. */
export function WorkersTab({ locationId, name, open, onChanged }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const paging = usePaging()
  const [{ data, error, fetching }, read] = useQuery({
    query: LocationWorkersQuery,
    variables: { project, first: paging.size, after: paging.after, locationId },
    requestPolicy: 'cache-and-network',
  })
  const { busy, add, remove } = useAssignment({ locationId, name }, () => {
    read({ requestPolicy: 'network-only' })
    onChanged()
  })
  const mayAssign = may('edit_commcare_users') || may('edit_users_in_locations')
  const workers = data?.project?.location?.workers
  if (error) return <QueryError error={error} onRetry={() => read()} />
  const columns = [
    {
      id: 'name',
      header: t('workers.column.name'),
      cell: ({ userId, displayName }: Worker) => (
        <TextLink to={paths.mobileWorker(project, userId)} fw={500}>
          {displayName}
        </TextLink>
      ),
    },
    {
      id: 'username',
      header: t('workers.column.username'),
      cell: ({ username }: Worker) => username,
    },
    {
      id: 'primary',
      header: t('location.primary'),
      cell: ({ primaryLocation }: Worker) =>
        t(
          primaryLocation?.locationId === locationId
            ? 'location.primary.yes'
            : 'location.primary.no',
        ),
    },
    {
      id: 'last',
      header: t('workers.column.lastForm'),
      cell: ({ lastSubmissionOn }: Worker) =>
        lastSubmissionOn ? <When at={lastSubmissionOn} /> : t('workers.never'),
    },
    {
      id: 'status',
      header: t('workers.column.status'),
      cell: ({ active }: Worker) =>
        active ? (
          <Status tone="good" label={t('workerStatus.active')} />
        ) : (
          <Status tone="quiet" label={t('workerStatus.deactivated')} />
        ),
    },
    ...(mayAssign
      ? [
          {
            id: 'remove',
            header: t('location.removeWorker'),
            cell: (worker: Worker) => (
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={busy}
                aria-label={t('location.removeWorkerName', { name: worker.displayName })}
                onClick={() => void remove(worker)}
              >
                {t('location.removeWorker')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <>
      <Panel
        flush
        title={t('location.workers')}
        aside={
          open &&
          mayAssign && (
            <AddButton label={t('location.addWorker')}>
              {(close) => (
                <WorkerChoices
                  label={t('location.addWorker')}
                  onChoose={(userId) => {
                    close()
                    void add(userId)
                  }}
                />
              )}
            </AddButton>
          )
        }
      >
        <DataTable
          caption={t('location.workers')}
          columns={columns}
          rows={workers?.nodes}
          rowKey={({ userId }) => userId}
          busy={(fetching || busy) && workers !== undefined}
          empty={
            <EmptyState title={t('location.noWorkers.title')} hint={t('location.noWorkers.hint')} />
          }
        />
      </Panel>
      <Pager
        paging={paging}
        shown={workers?.nodes.length ?? 0}
        total={workers?.totalCount}
        endCursor={workers?.pageInfo.endCursor}
        hasNextPage={workers?.pageInfo.hasNextPage}
      />
    </>
  )
}
