// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { useSelection } from '../../ui/selection/useSelection.ts'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { DeleteTable } from './DeleteTable.tsx'
import { RowGrid, shownFields } from './RowGrid.tsx'
import { RowsInBulk } from './RowsInBulk.tsx'
import { RowFragment } from './rowValues.ts'
import { TableFragment } from './tableValues.ts'

const TableQuery = graphql(
  `
    query LookupTable($project: String!, $tag: String!, $first: Int!, $after: String) {
      project(name: $project) {
        id
        lookupTable(tag: $tag) {
          tableId
          ...LookupTableDefinition
          rows(first: $first, after: $after) {
            nodes {
              ...LookupRowContent
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
  `,
  [TableFragment, RowFragment],
)

/** One table with its rows. */
export function LookupTablePage() {
  const t = useT()
  const navigate = useNavigate()
  const { tag = '' } = useParams()
  const { name: project, may } = useProject()
  const paging = usePaging()
  const [deleting, setDeleting] = useState(false)
  const [{ data, error, fetching }, read] = useQuery({
    query: TableQuery,
    variables: { project, tag, first: paging.size, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  const found = data?.project?.lookupTable
  const selection = useSelection({
    page: found?.rows.nodes.map((row) => readFragment(RowFragment, row).rowId) ?? [],
    total: found?.rows.totalCount,
    filters: tag,
  })
  if (!found) {
    if (error) return <QueryError error={error} onRetry={() => read()} />
    if (!data) return <PageSkeleton />
    return <NotFoundPage what="lookupTable" back={paths.lookupTables(project)} />
  }
  const table = readFragment(TableFragment, found)
  const rows = found.rows.nodes.map((row) => readFragment(RowFragment, row))
  const downloadPath = `${paths.download(project, 'lookup-tables')}?table=${table.tableId}`
  const hidden = table.fields.length - shownFields(table).length
  return (
    <Page
      title={tag}
      purpose={
        table.description ||
        t(table.isGlobal ? 'lookupTable.purpose.all' : 'lookupTable.purpose.owners')
      }
      parent={<TextLink to={paths.lookupTables(project)}>{t('lookupTables.title')}</TextLink>}
      actions={
        <>
          <Button component={Link} to={paths.newLookupRow(project, tag)}>
            {t('newLookupRow.title')}
          </Button>
          <ActionMenu
            actions={[
              { label: t('workbook.download'), to: downloadPath },
              { label: t('editLookupTable.action'), to: paths.editLookupTable(project, tag) },
              { label: t('deleteLookupTable.action'), onClick: () => setDeleting(true) },
            ]}
          />
        </>
      }
    >
      {may('edit_data') && (
        <RowsInBulk
          tableId={table.tableId}
          selection={selection}
          onChanged={() => read({ requestPolicy: 'network-only' })}
        />
      )}
      <Panel flush>
        <RowGrid
          table={table}
          rows={rows}
          busy={fetching}
          selection={may('edit_data') ? selection : undefined}
        />
      </Panel>
      {hidden > 0 && (
        <Text size="sm" c="dimmed">
          {t('lookupTable.moreFields', { count: hidden })}
        </Text>
      )}
      <Pager
        paging={paging}
        shown={rows.length}
        total={found.rows.totalCount}
        endCursor={found.rows.pageInfo.endCursor}
        hasNextPage={found.rows.pageInfo.hasNextPage}
      />
      {deleting && (
        <DeleteTable
          tableId={table.tableId}
          tag={tag}
          rows={found.rows.totalCount}
          onClose={() => setDeleting(false)}
          onDeleted={() => void navigate(paths.lookupTables(project))}
        />
      )}
    </Page>
  )
}
