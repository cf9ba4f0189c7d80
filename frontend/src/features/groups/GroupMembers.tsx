// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core'
import { Link } from 'react-router'
import { useClient, useQuery } from 'urql'
import type { ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { AddButton } from '../../ui/AddButton.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectionBar } from '../../ui/selection/SelectionBar.tsx'
import { useSelection } from '../../ui/selection/useSelection.ts'
import { Status } from '../../ui/Status.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { WorkerChoices } from '../../ui/WorkerChoices.tsx'
import { everyPage } from './everyPage.ts'
import { GroupMembersQuery } from './membersQuery.ts'
import { useChangeMembers } from './useChangeMembers.ts'
import { useMayEditGroups } from './useMayEditGroups.ts'

type Member = NonNullable<
  ResultOf<typeof GroupMembersQuery>['project']
>['mobileWorkers']['nodes'][number]

/** Who is in the group; the way in and out. */
export function GroupMembers({ groupId, name }: { groupId: string; name: string }) {
  const t = useT()
  const client = useClient()
  const { name: project } = useProject()
  const mayEdit = useMayEditGroups()
  const filters = useFilters()
  const paging = usePaging()
  const change = useChangeMembers(groupId)
  const search = filters.get('q')?.trim() || null
  const [{ data, error, fetching }, read] = useQuery({
    query: GroupMembersQuery,
    variables: { project, groupId, first: paging.size, after: paging.after, search },
    requestPolicy: 'cache-and-network',
  })
  const members = data?.project?.mobileWorkers
  const selection = useSelection({
    page: members?.nodes.map(({ userId }) => userId) ?? [],
    total: members?.totalCount,
    filters: search ?? '',
  })
  const add = async (userId: string) => {
    const problems = await change({ add: [userId] })
    showToast(problems?.[0]?.message ?? t('group.added', { count: 1, name }))
  }
  const everybody = () =>
    everyPage(async (after) => {
      const variables = { project, groupId, first: 100, after, search }
      const answer = await client.query(GroupMembersQuery, variables, {
        requestPolicy: 'network-only',
      })
      const page = answer.data?.project?.mobileWorkers
      const next = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      return { ids: page?.nodes.map(({ userId }) => userId) ?? [], next: next ?? null }
    })
  const remove = async () => {
    const { everything, ids } = selection.selected
    const leaving = everything ? await everybody() : [...ids]
    const problems = await change({ remove: leaving })
    if (!problems) selection.clear()
    showToast(
      problems?.[0]?.message ?? t('group.removed', { count: leaving.length, name }),
      problems ? undefined : () => void change({ add: leaving }),
    )
  }
  return (
    <>
      <Group justify="space-between" align="flex-end">
        <FilterBar active={search !== null} onClear={() => filters.clear(['q'])}>
          <SearchField
            label={t('group.search')}
            value={filters.get('q') ?? ''}
            onSearch={(text) => filters.set('q', text)}
          />
        </FilterBar>
        {mayEdit && (
          <Group gap="xs">
            <AddButton label={t('group.add')}>
              {(close) => (
                <WorkerChoices
                  label={t('group.add')}
                  onChoose={(userId) => {
                    close()
                    void add(userId)
                  }}
                />
              )}
            </AddButton>
            <Button
              component={Link}
              to={paths.addGroupMembers(project, groupId)}
              size="xs"
              variant="default"
            >
              {t('group.paste')}
            </Button>
          </Group>
        )}
      </Group>
      {error && <QueryError error={error} onRetry={() => read()} />}
      <SelectionBar selection={selection}>
        <Button size="xs" variant="default" onClick={() => void remove()}>
          {t('group.remove')}
        </Button>
      </SelectionBar>
      <Panel flush title={t('group.members')}>
        <DataTable
          caption={t('group.members')}
          columns={[
            {
              id: 'username',
              header: t('workers.column.username'),
              cell: ({ userId, username }: Member) => (
                <TextLink to={paths.mobileWorker(project, userId)} fw={500}>
                  {username}
                </TextLink>
              ),
            },
            {
              id: 'name',
              header: t('workers.column.name'),
              cell: ({ displayName, username }: Member) =>
                displayName === username ? '—' : displayName,
            },
            {
              id: 'status',
              header: t('workers.column.status'),
              cell: ({ active }: Member) =>
                active ? (
                  <Status tone="good" label={t('workerStatus.active')} />
                ) : (
                  <Status tone="quiet" label={t('workerStatus.deactivated')} />
                ),
            },
          ]}
          rows={members?.nodes}
          rowKey={({ userId }) => userId}
          rowName={({ username }) => username}
          rowHref={({ userId }) => paths.mobileWorker(project, userId)}
          {...(mayEdit && { selection })}
          busy={fetching && members !== undefined}
          empty={
            search ? (
              <EmptyState title={t('workers.none.title')} hint={t('groups.none.hint')} />
            ) : (
              <EmptyState title={t('group.noMembers.title')} hint={t('group.noMembers.hint')} />
            )
          }
        />
      </Panel>
      <Pager
        paging={paging}
        shown={members?.nodes.length ?? 0}
        total={members?.totalCount}
        endCursor={members?.pageInfo.endCursor}
        hasNextPage={members?.pageInfo.hasNextPage}
      />
    </>
  )
}
