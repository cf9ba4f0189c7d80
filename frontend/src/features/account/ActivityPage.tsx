// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'

const ActivityQuery = graphql(`
  query OwnActivity($first: Int!, $after: String) {
    me {
      userId
      events(first: $first, after: $after) {
        nodes {
          eventId
          at
          action
          address
          detail
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

type Event = ResultOf<typeof ActivityQuery>['me']['events']['nodes'][number]

/** What happened to the reader's own account, so that she sees what was not her doing. */
export function ActivityPage() {
  const t = useT()
  const { dateTime } = useFormat()
  const paging = usePaging()
  const [{ data, error, fetching }, read] = useQuery({
    query: ActivityQuery,
    variables: { first: paging.size, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  const events = data?.me.events
  const columns = [
    {
      id: 'when',
      header: t('audit.column.when'),
      cell: ({ at }: Event) => <span className="numeric">{dateTime(at)}</span>,
    },
    { id: 'action', header: t('audit.column.action'), cell: ({ action }: Event) => action },
    {
      id: 'address',
      header: t('activity.address'),
      cell: ({ address }: Event) => address ?? '—',
    },
    {
      id: 'detail',
      header: t('audit.column.detail'),
      cell: ({ detail }: Event) =>
        Object.entries(stringsOf(detail))
          .map(([key, value]) => `${key}: ${value}`)
          .join(' · ') || '—',
    },
  ]
  return (
    <Page title={t('activity.title')} purpose={t('activity.purpose')}>
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(events || !error) && (
        <Panel flush>
          <DataTable
            caption={t('activity.title')}
            columns={columns}
            rows={events?.nodes}
            rowKey={({ eventId }) => eventId}
            busy={fetching && events !== undefined}
            empty={<EmptyState title={t('activity.none')} hint={t('activity.none.hint')} />}
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={events?.nodes.length ?? 0}
        total={events?.totalCount}
        endCursor={events?.pageInfo.endCursor}
        hasNextPage={events?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
