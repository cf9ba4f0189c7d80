// SPDX-License-Identifier: Apache-2.0
import { useFormat } from '../../lib/format/useFormat.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import type { Paging } from '../../ui/table/usePaging.ts'
import type { Enterprise, EnterpriseEvent } from './enterpriseQuery.ts'

type Props = { events: Enterprise['events']; paging: Paging }

/** What was done about the account, the newest first. */
export function EventsPanel({ events, paging }: Props) {
  const t = useT()
  const { dateTime } = useFormat()
  const columns = [
    {
      id: 'when',
      header: t('audit.column.when'),
      cell: ({ at }: EnterpriseEvent) => <span className="numeric">{dateTime(at)}</span>,
    },
    {
      id: 'who',
      header: t('audit.column.who'),
      cell: ({ actorName }: EnterpriseEvent) => actorName,
    },
    {
      id: 'action',
      header: t('audit.column.action'),
      cell: ({ action }: EnterpriseEvent) => action,
    },
    {
      id: 'detail',
      header: t('audit.column.detail'),
      cell: ({ detail }: EnterpriseEvent) =>
        Object.entries(stringsOf(detail))
          .filter(([, value]) => value)
          .map(([key, value]) => `${key}: ${value}`)
          .join(' · ') || '—',
    },
  ]
  return (
    <>
      <Panel title={t('enterprise.events')} flush>
        <DataTable
          caption={t('enterprise.events')}
          columns={columns}
          rows={events.nodes}
          rowKey={({ eventId }) => eventId}
          empty={<EmptyState title={t('audit.none.title')} hint={t('audit.none.hint')} />}
        />
      </Panel>
      <Pager
        paging={paging}
        shown={events.nodes.length}
        total={events.totalCount}
        endCursor={events.pageInfo.endCursor}
        hasNextPage={events.pageInfo.hasNextPage}
      />
    </>
  )
}
