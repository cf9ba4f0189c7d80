// SPDX-License-Identifier: Apache-2.0
import { Suspense } from 'react'
import { useClient, useQuery } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { laterPart } from '../../lib/i18n/laterPart.ts'
import { useLive } from '../../lib/live/useLive.ts'
import { useLiveRows } from '../../lib/live/useLiveRows.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FreshButton } from '../../ui/FreshButton.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { useSelection } from '../../ui/selection/useSelection.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { caseFilterNames, caseFilterOf, caseOrderOf, passesCaseFilter } from './caseFilterOf.ts'
import { CaseFilters } from './CaseFilters.tsx'
import { caseColumns, caseKey, caseName, CaseRowFragment, type CaseRow } from './caseRow.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'

const CasesInBulk = laterPart(async () => (await import('./bulk/CasesInBulk.tsx')).CasesInBulk)

const CasesQuery = graphql(
  `
    query Cases(
      $project: String!
      $first: Int!
      $after: String
      $filter: CaseFilter!
      $orderBy: CaseOrder!
    ) {
      project(name: $project) {
        id
        cases(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
          nodes {
            ...CaseRow
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  `,
  [CaseRowFragment],
)

const CaseChanged = graphql(
  `
    subscription CaseListChanged($project: String!, $type: String) {
      caseChanged(project: $project, type: $type) {
        ...CaseRow
      }
    }
  `,
  [CaseRowFragment],
)

/** Every case of the project, changed last first. */
export function CaseListPage() {
  const t = useT()
  const client = useClient()
  const { name: project, may } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const filter = caseFilterOf(filters)
  const orderBy = caseOrderOf(filters)
  const [{ data, error, fetching }, read] = useQuery({
    query: CasesQuery,
    variables: { project, first: paging.size, after: paging.after, filter, orderBy },
    requestPolicy: 'cache-and-network',
  })
  const cases = data?.project?.cases
  const selection = useSelection({
    page: cases?.nodes.map(caseKey) ?? [],
    total: cases?.totalCount,
    filters: JSON.stringify(filter),
  })
  const onNewestPage = orderBy === 'SERVER_MODIFIED_DESC' && paging.page === 1
  const live = useLiveRows({
    rows: cases?.nodes,
    keyOf: caseKey,
    accepts: (row) => onNewestPage && passesCaseFilter(filter, readFragment(CaseRowFragment, row)),
  })
  const bringIn = () => {
    live.bringIn()
    read({ requestPolicy: 'network-only' })
  }
  useLive({
    query: CaseChanged,
    variables: { project, type: filter.type },
    onData: ({ caseChanged }) => live.receive(caseChanged),
    onReturn: bringIn,
  })
  const prefetch = async (caseId: string) => {
    const { CaseQuery } = await import('./caseQuery.ts')
    await client.query(CaseQuery, { project, caseId }).toPromise()
  }
  const chosen = filters.all('column')
  const known = propertiesOf(cases?.nodes)
  const edits = may('edit_data')
  const filtered = caseFilterNames.some((each) => filters.get(each) !== null)
  return (
    <Page
      title={t('caseList.title')}
      purpose={t('caseList.purpose')}
      actions={
        <>
          <FreshButton count={live.freshCount} onShow={bringIn} />
          <ColumnChooser
            known={known}
            chosen={chosen}
            onChoose={(properties) => filters.set('column', properties)}
          />
        </>
      }
    >
      <CaseFilters filters={filters} />
      {error && <QueryError error={error} onRetry={() => read()} />}
      {edits && (
        <Suspense>
          <CasesInBulk selection={selection} filter={filter} known={known} onChanged={bringIn} />
        </Suspense>
      )}
      {(cases || !error) && (
        <Panel flush>
          <DataTable
            caption={t('caseList.title')}
            columns={caseColumns(t, project, chosen)}
            rows={live.rows}
            rowKey={caseKey}
            rowName={caseName}
            {...(edits && { selection })}
            rowHref={(row) => paths.case(project, caseKey(row))}
            onRowIntent={(row) => void prefetch(caseKey(row))}
            isFresh={live.justArrived}
            order={orderBy}
            onOrder={(order) => filters.set('order', order)}
            busy={fetching && cases !== undefined}
            empty={
              filtered ? (
                <EmptyState title={t('cases.none.title')} hint={t('cases.none.hint')} />
              ) : (
                <EmptyState title={t('cases.empty.title')} hint={t('cases.empty.hint')} />
              )
            }
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={cases?.nodes.length ?? 0}
        total={cases?.totalCount}
        endCursor={cases?.pageInfo.endCursor}
        hasNextPage={cases?.pageInfo.hasNextPage}
      />
    </Page>
  )
}

function propertiesOf(rows: readonly CaseRow[] | undefined): string[] {
  const names = readFragment(CaseRowFragment, rows ?? []).flatMap(({ properties }) =>
    Object.keys(stringsOf(properties)),
  )
  return [...new Set(names)]
}
