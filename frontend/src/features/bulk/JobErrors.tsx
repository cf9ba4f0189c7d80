// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { placeOf } from '../../ui/job/jobWords.ts'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import type { Column } from '../../ui/table/Column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'

const ErrorsQuery = graphql(`
  query JobErrors($project: String!, $jobId: String!, $first: Int!, $after: String) {
    project(name: $project) {
      id
      job(jobId: $jobId) {
        id
        errors(first: $first, after: $after) {
          edges {
            cursor
            node {
              sheet
              row
              column
              subject
              message
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
  }
`)

type Found = NonNullable<NonNullable<ResultOf<typeof ErrorsQuery>['project']>['job']>
type Row = Found['errors']['edges'][number]

/** Every row that was left as it was, and why. */
export function JobErrors({ jobId, failed }: { jobId: string; failed: number }) {
  const t = useT()
  const { name: project } = useProject()
  const paging = usePaging()
  const [{ data, error, stale }, read] = useQuery({
    query: ErrorsQuery,
    variables: { project, jobId, first: paging.size, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  const known = useRef(failed)
  useEffect(() => {
    if (known.current !== failed) read({ requestPolicy: 'network-only' })
    known.current = failed
  }, [failed, read])
  const errors = data?.project?.job?.errors
  const inWorkbook = errors?.edges.some(({ node }) => node.sheet) ?? true
  const columns: Column<Row>[] = [
    ...(inWorkbook
      ? [
          {
            id: 'where',
            header: t('jobError.column.where'),
            cell: ({ node }: Row) => placeOf(t, node),
          },
        ]
      : []),
    {
      id: 'subject',
      header: t('jobError.column.subject'),
      cell: ({ node }) => node.subject || '—',
    },
    { id: 'message', header: t('jobError.column.message'), cell: ({ node }) => node.message },
  ]
  if (error) return <QueryError error={error} onRetry={() => read()} />
  return (
    <>
      <Panel flush title={t('jobError.title')}>
        <DataTable
          caption={t('jobError.title')}
          columns={columns}
          rows={errors?.edges}
          rowKey={({ cursor }) => cursor}
          busy={stale && errors !== undefined}
          empty={null}
        />
      </Panel>
      <Pager
        paging={paging}
        shown={errors?.edges.length ?? 0}
        total={errors?.totalCount}
        endCursor={errors?.pageInfo.endCursor}
        hasNextPage={errors?.pageInfo.hasNextPage}
      />
    </>
  )
}
