// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { AuditFilters } from './AuditFilters.tsx'
import { auditFilterOf } from './auditFilterOf.ts'
import { detailsOf } from './detailsOf.ts'
import { LogFiles } from './LogFiles.tsx'
import classes from './AuditLogPage.module.css'

const AuditQuery = graphql(`
  query AuditLog($project: String!, $first: Int!, $after: String, $filter: AuditFilter!) {
    project(name: $project) {
      id
      auditActions
      auditLog(first: $first, after: $after, filter: $filter) {
        nodes {
          eventId
          at
          actorName
          actor {
            userId
            displayName
          }
          action
          subjectKind
          subjectId
          detail
          address
          channel
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

type AuditLog = NonNullable<ResultOf<typeof AuditQuery>['project']>['auditLog']
type AuditEvent = AuditLog['nodes'][number]

/** The project's book of who did what, the newest first. */
export function AuditLogPage() {
  const t = useT()
  const { dateTime, timeZone } = useFormat()
  const { name: project } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const filter = auditFilterOf(filters, timeZone)
  const [{ data, error, fetching }, read] = useQuery({
    query: AuditQuery,
    variables: { project, first: paging.size, after: paging.after, filter },
    requestPolicy: 'cache-and-network',
  })
  const log = data?.project?.auditLog
  const columns = [
    {
      id: 'when',
      header: t('audit.column.when'),
      cell: ({ at }: AuditEvent) => <span className="numeric">{dateTime(at)}</span>,
    },
    {
      id: 'who',
      header: t('audit.column.who'),
      cell: ({ actor, actorName }: AuditEvent) => <PersonName user={actor} otherwise={actorName} />,
    },
    {
      id: 'action',
      header: t('audit.column.action'),
      cell: ({ action }: AuditEvent) => <span className={classes['action']}>{action}</span>,
    },
    {
      id: 'channel',
      header: t('audit.column.channel'),
      cell: ({ channel }: AuditEvent) => (channel ? t(`audit.channel.${channel}`) : '—'),
    },
    {
      id: 'detail',
      header: t('audit.column.detail'),
      cell: ({ detail, address, subjectKind, subjectId }: AuditEvent) =>
        [
          ...(subjectKind ? [`${subjectKind} ${subjectId ?? ''}`] : []),
          ...detailsOf(stringsOf(detail)),
          ...(address ? [address] : []),
        ].join(' · ') || '—',
    },
  ]
  return (
    <Page
      title={t('audit.title')}
      purpose={t('audit.purpose')}
      actions={<LogFiles log="audit-log" filter={filter} />}
    >
      <AuditFilters filters={filters} actions={data?.project?.auditActions ?? []} />
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(log || !error) && (
        <Panel flush>
          <DataTable
            caption={t('audit.title')}
            columns={columns}
            rows={log?.nodes}
            rowKey={({ eventId }) => eventId}
            busy={fetching && log !== undefined}
            empty={<EmptyState title={t('audit.none.title')} hint={t('audit.none.hint')} />}
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={log?.nodes.length ?? 0}
        total={log?.totalCount}
        endCursor={log?.pageInfo.endCursor}
        hasNextPage={log?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
