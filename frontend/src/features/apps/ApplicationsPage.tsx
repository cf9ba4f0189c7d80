// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
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
import type { Column } from '../../ui/table/Column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'
import { ApplicationActions } from './ApplicationActions.tsx'
import { ImportApplication } from './ImportApplication.tsx'
import { NewApplication } from './NewApplication.tsx'

const AppsQuery = graphql(`
  query Applications($project: String!, $first: Int!, $after: String, $search: String) {
    project(name: $project) {
      id
      apps(first: $first, after: $after, search: $search) {
        nodes {
          appId
          name
          version
          modifiedAt
          versions(first: 1, releasedOnly: true) {
            nodes {
              buildId
              number
            }
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
`)

export type AppRow = NonNullable<ResultOf<typeof AppsQuery>['project']>['apps']['nodes'][number]

/** The applications of the project. */
export function ApplicationsPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const search = filters.get('search') ?? ''
  const [open, setOpen] = useState<'new' | 'import' | null>(null)
  const [{ data, error, fetching }, execute] = useQuery({
    query: AppsQuery,
    variables: { project, first: paging.size, after: paging.after, search: search || null },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => execute({ requestPolicy: 'network-only' })
  const apps = data?.project?.apps
  const create = may('edit_apps') && (
    <>
      <Button onClick={() => setOpen('new')}>{t('newApp.title')}</Button>
      <Button variant="default" onClick={() => setOpen('import')}>
        {t('importApp.title')}
      </Button>
    </>
  )
  const columns: Column<AppRow>[] = [
    {
      id: 'name',
      header: t('apps.name'),
      cell: ({ appId, name }) => (
        <TextLink to={paths.app(project, appId)} fw={500}>
          {name}
        </TextLink>
      ),
    },
    { id: 'version', header: t('apps.version'), cell: ({ version }) => version, align: 'end' },
    {
      id: 'released',
      header: t('apps.released'),
      cell: ({ versions }) => versions.nodes[0]?.number ?? '—',
      align: 'end',
    },
    {
      id: 'modified',
      header: t('location.modified'),
      cell: ({ modifiedAt }) => <When at={modifiedAt} />,
    },
    {
      id: 'actions',
      header: t('apps.actions'),
      cell: (app) => <ApplicationActions app={app} onChanged={readAgain} />,
    },
  ]
  return (
    <Page title={t('apps.title')} purpose={t('apps.purpose')} actions={create}>
      <FilterBar active={search !== ''} onClear={() => filters.clear(['search'])}>
        <SearchField
          label={t('apps.search')}
          value={search}
          onSearch={(text) => filters.set('search', text)}
        />
      </FilterBar>
      {error && <QueryError error={error} onRetry={readAgain} />}
      {(apps || !error) && (
        <Panel flush>
          <DataTable
            caption={t('apps.title')}
            columns={columns}
            rows={apps?.nodes}
            rowKey={({ appId }) => appId}
            rowHref={({ appId }) => paths.app(project, appId)}
            busy={fetching && apps !== undefined}
            empty={
              <EmptyState
                title={t(search ? 'apps.none.title' : 'apps.empty.title')}
                hint={t(search ? 'apps.none.hint' : 'apps.empty.hint')}
              />
            }
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={apps?.nodes.length ?? 0}
        total={apps?.totalCount}
        endCursor={apps?.pageInfo.endCursor}
        hasNextPage={apps?.pageInfo.hasNextPage}
      />
      {open === 'new' && <NewApplication onClose={() => setOpen(null)} />}
      {open === 'import' && <ImportApplication onClose={() => setOpen(null)} />}
    </Page>
  )
}
