// SPDX-License-Identifier: Apache-2.0
import { useClient, useQuery } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useLive } from '../../lib/live/useLive.ts'
import { useLiveRows } from '../../lib/live/useLiveRows.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FreshButton } from '../../ui/FreshButton.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { formFilterNames, formFilterOf, passesFormFilter } from './formFilterOf.ts'
import { FormFilters } from './FormFilters.tsx'
import { formColumns, formKey, FormRowFragment } from './formRow.tsx'

const FormsQuery = graphql(
  `
    query Forms(
      $project: String!
      $first: Int!
      $after: String
      $filter: FormFilter!
      $orderBy: FormOrder!
    ) {
      project(name: $project) {
        id
        forms(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
          nodes {
            ...FormRow
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
  [FormRowFragment],
)

const FormChanged = graphql(
  `
    subscription FormListChanged($project: String!) {
      formChanged(project: $project) {
        ...FormRow
      }
    }
  `,
  [FormRowFragment],
)

/** Every form that phones sent, newest first. */
export function SubmitHistoryPage() {
  const t = useT()
  const client = useClient()
  const { name: project, timeZone } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const filter = formFilterOf(filters, timeZone)
  const orderBy = filters.get('order') === 'RECEIVED_ASC' ? 'RECEIVED_ASC' : 'RECEIVED_DESC'
  const [{ data, error, fetching }, read] = useQuery({
    query: FormsQuery,
    variables: { project, first: paging.size, after: paging.after, filter, orderBy },
    requestPolicy: 'cache-and-network',
  })
  const forms = data?.project?.forms
  const onNewestPage = orderBy === 'RECEIVED_DESC' && paging.page === 1
  const live = useLiveRows({
    rows: forms?.nodes,
    keyOf: formKey,
    accepts: (row) => onNewestPage && passesFormFilter(filter, readFragment(FormRowFragment, row)),
  })
  const bringIn = () => {
    live.bringIn()
    read({ requestPolicy: 'network-only' })
  }
  useLive({
    query: FormChanged,
    variables: { project },
    onData: ({ formChanged }) => live.receive(formChanged),
    onReturn: bringIn,
  })
  const prefetch = async (formId: string) => {
    const { FormQuery } = await import('./formQuery.ts')
    await client.query(FormQuery, { project, formId }).toPromise()
  }
  const filtered = formFilterNames.some((each) => filters.get(each) !== null)
  return (
    <Page
      title={t('submitHistory.title')}
      purpose={t('submitHistory.purpose')}
      actions={<FreshButton count={live.freshCount} onShow={bringIn} />}
    >
      <FormFilters filters={filters} />
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(forms || !error) && (
        <Panel flush>
          <DataTable
            caption={t('submitHistory.title')}
            columns={formColumns(t, project)}
            rows={live.rows}
            rowKey={formKey}
            rowHref={(row) => paths.form(project, formKey(row))}
            onRowIntent={(row) => void prefetch(formKey(row))}
            isFresh={live.justArrived}
            order={orderBy}
            onOrder={(order) => filters.set('order', order === 'RECEIVED_DESC' ? null : order)}
            busy={fetching && forms !== undefined}
            empty={
              filtered ? (
                <EmptyState title={t('forms.none.title')} hint={t('forms.none.hint')} />
              ) : (
                <EmptyState title={t('forms.empty.title')} hint={t('forms.empty.hint')} />
              )
            }
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={forms?.nodes.length ?? 0}
        total={forms?.totalCount}
        endCursor={forms?.pageInfo.endCursor}
        hasNextPage={forms?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
