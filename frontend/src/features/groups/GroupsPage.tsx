// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectionBar } from '../../ui/selection/SelectionBar.tsx'
import { useSelection } from '../../ui/selection/useSelection.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { WorkbookMenu } from '../../ui/WorkbookMenu.tsx'
import { DeleteGroups } from './DeleteGroups.tsx'
import { groupColumns, groupKey, groupName } from './groupRow.tsx'
import { GroupsQuery } from './groupsQuery.ts'
import { useMayEditGroups } from './useMayEditGroups.ts'

/** Groups of mobile workers. */
export function GroupsPage() {
  const t = useT()
  const format = useFormat()
  const { name: project } = useProject()
  const mayEdit = useMayEditGroups()
  const filters = useFilters()
  const paging = usePaging()
  const [deleting, setDeleting] = useState(false)
  const search = filters.get('q')?.trim() || null
  const [{ data, error, fetching }, read] = useQuery({
    query: GroupsQuery,
    variables: { project, first: paging.size, after: paging.after, search },
    requestPolicy: 'cache-and-network',
  })
  const groups = data?.project?.groups
  const selection = useSelection({
    page: groups?.nodes.map(groupKey) ?? [],
    total: groups?.totalCount,
    filters: search ?? '',
  })
  const create = mayEdit && (
    <Button component={Link} to={paths.newGroup(project)}>
      {t('newGroup.title')}
    </Button>
  )
  return (
    <Page
      title={t('groups.title')}
      purpose={t('groups.purpose')}
      actions={
        mayEdit && (
          <>
            {create}
            <WorkbookMenu workbook="groups" />
          </>
        )
      }
    >
      <FilterBar active={search !== null} onClear={() => filters.clear(['q'])}>
        <SearchField
          label={t('groups.search')}
          value={filters.get('q') ?? ''}
          onSearch={(text) => filters.set('q', text)}
        />
      </FilterBar>
      {error && <QueryError error={error} onRetry={() => read()} />}
      <SelectionBar selection={selection}>
        <Button size="xs" variant="default" onClick={() => setDeleting(true)}>
          {t('deleteGroups.action')}
        </Button>
      </SelectionBar>
      {(groups || !error) && (
        <Panel flush>
          <DataTable
            caption={t('groups.title')}
            columns={groupColumns(t, project, format.number)}
            rows={groups?.nodes}
            rowKey={groupKey}
            rowName={groupName}
            rowHref={(row) => paths.group(project, groupKey(row))}
            {...(mayEdit && { selection })}
            busy={fetching && groups !== undefined}
            empty={
              search ? (
                <EmptyState title={t('groups.none.title')} hint={t('groups.none.hint')} />
              ) : (
                <EmptyState
                  title={t('groups.empty.title')}
                  hint={t('groups.empty.hint')}
                  action={create}
                />
              )
            }
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={groups?.nodes.length ?? 0}
        total={groups?.totalCount}
        endCursor={groups?.pageInfo.endCursor}
        hasNextPage={groups?.pageInfo.hasNextPage}
      />
      {deleting && (
        <DeleteGroups
          selected={selection.selected}
          count={selection.count}
          search={search}
          onClose={() => setDeleting(false)}
          onDone={() => {
            setDeleting(false)
            selection.clear()
            read({ requestPolicy: 'network-only' })
          }}
        />
      )}
    </Page>
  )
}
