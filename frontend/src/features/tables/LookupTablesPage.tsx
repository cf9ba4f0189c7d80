// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { WorkbookMenu } from '../../ui/WorkbookMenu.tsx'
import { When } from '../../ui/When.tsx'

const TablesQuery = graphql(`
  query LookupTables($project: String!, $first: Int!, $after: String) {
    project(name: $project) {
      id
      lookupTables(first: $first, after: $after) {
        nodes {
          tableId
          tag
          isGlobal
          description
          fields {
            name
          }
          modifiedAt
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

type Table = NonNullable<ResultOf<typeof TablesQuery>['project']>['lookupTables']['nodes'][number]

/** Lists that apps choose from. */
export function LookupTablesPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const paging = usePaging()
  const [{ data, error, fetching }, read] = useQuery({
    query: TablesQuery,
    variables: { project, first: paging.size, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  const tables = data?.project?.lookupTables
  const create = (
    <Button component={Link} to={paths.newLookupTable(project)}>
      {t('newLookupTable.title')}
    </Button>
  )
  const columns = [
    {
      id: 'tag',
      header: t('lookupTable.tag'),
      cell: ({ tag }: Table) => (
        <TextLink to={paths.lookupTable(project, tag)} fw={500}>
          {tag}
        </TextLink>
      ),
    },
    {
      id: 'description',
      header: t('lookupTable.description'),
      cell: ({ description }: Table) => description || '—',
    },
    {
      id: 'fields',
      header: t('lookupTable.fields'),
      cell: ({ fields }: Table) => fields.map(({ name }) => name).join(', ') || '—',
    },
    {
      id: 'global',
      header: t('lookupTable.visibility'),
      cell: ({ isGlobal }: Table) =>
        t(isGlobal ? 'lookupTable.visibility.all' : 'lookupTable.visibility.owners'),
    },
    {
      id: 'modified',
      header: t('location.modified'),
      cell: ({ modifiedAt }: Table) => <When at={modifiedAt} />,
    },
  ]
  return (
    <Page
      title={t('lookupTables.title')}
      purpose={t('lookupTables.purpose')}
      actions={
        <>
          {create}
          {may('edit_data') && <WorkbookMenu workbook="lookup-tables" />}
        </>
      }
    >
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(tables || !error) && (
        <Panel flush>
          <DataTable
            caption={t('lookupTables.title')}
            columns={columns}
            rows={tables?.nodes}
            rowKey={({ tableId }) => tableId}
            rowHref={({ tag }) => paths.lookupTable(project, tag)}
            busy={fetching && tables !== undefined}
            empty={
              <EmptyState
                title={t('lookupTables.empty.title')}
                hint={t('lookupTables.empty.hint')}
                action={create}
              />
            }
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={tables?.nodes.length ?? 0}
        total={tables?.totalCount}
        endCursor={tables?.pageInfo.endCursor}
        hasNextPage={tables?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
