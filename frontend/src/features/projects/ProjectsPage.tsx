// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
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
import { TextLink } from '../../ui/TextLink.tsx'

const ProjectsQuery = graphql(`
  query Projects($first: Int!, $after: String, $search: String) {
    me {
      userId
      canCreateProjects
    }
    projects(first: $first, after: $after, search: $search) {
      nodes {
        id
        name
        displayName
        myRole
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      totalCount
    }
  }
`)

type Project = ResultOf<typeof ProjectsQuery>['projects']['nodes'][number]

/** All project spaces of the reader. */
export function ProjectsPage() {
  const t = useT()
  const filters = useFilters()
  const search = filters.get('q')?.trim() ?? ''
  const paging = usePaging()
  const [{ data, error, fetching }, read] = useQuery({
    query: ProjectsQuery,
    variables: { first: paging.size, after: paging.after, search: search || null },
    requestPolicy: 'cache-and-network',
  })
  const mayCreate = data?.me.canCreateProjects ?? false
  const create = mayCreate && (
    <Button component={Link} to={paths.newProject}>
      {t('newProject.title')}
    </Button>
  )
  const columns = [
    {
      id: 'displayName',
      header: t('projects.column.project'),
      cell: ({ name, displayName }: Project) => (
        <TextLink to={paths.dashboard(name)} fw={500}>
          {displayName}
        </TextLink>
      ),
    },
    { id: 'name', header: t('projects.column.name'), cell: ({ name }: Project) => name },
    { id: 'role', header: t('projects.column.role'), cell: ({ myRole }: Project) => myRole },
  ]
  return (
    <Page title={t('projects.title')} purpose={t('projects.purpose')} actions={create}>
      <FilterBar active={search !== ''} onClear={() => filters.clear(['q'])}>
        <SearchField
          label={t('projects.search')}
          value={filters.get('q') ?? ''}
          onSearch={(text) => filters.set('q', text)}
        />
      </FilterBar>
      {error && <QueryError error={error} onRetry={() => read()} />}
      <Panel flush>
        <DataTable
          caption={t('projects.title')}
          columns={columns}
          rows={data?.projects.nodes}
          rowKey={({ id }) => id}
          rowHref={({ name }) => paths.dashboard(name)}
          busy={fetching && data !== undefined}
          empty={
            search ? (
              <EmptyState title={t('projects.none.title')} hint={t('projects.none.hint')} />
            ) : (
              <EmptyState
                title={t('projects.empty.title')}
                hint={mayCreate ? t('projects.empty.create') : t('projects.empty.ask')}
                action={create}
              />
            )
          }
        />
      </Panel>
      <Pager
        paging={paging}
        shown={data?.projects.nodes.length ?? 0}
        total={data?.projects.totalCount}
        endCursor={data?.projects.pageInfo.endCursor}
        hasNextPage={data?.projects.pageInfo.hasNextPage}
      />
    </Page>
  )
}
