// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { usePolling } from '../../lib/live/usePolling.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { isOver, JobFragment, percentOf } from '../../ui/job/jobNow.ts'
import { JobStatus } from '../../ui/job/JobStatus.tsx'
import { outcomeOf, titleOf } from '../../ui/job/jobWords.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import type { Column } from '../../ui/table/Column.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'

const JobsQuery = graphql(
  `
    query Jobs($project: String!, $first: Int!, $after: String) {
      project(name: $project) {
        id
        jobs(first: $first, after: $after) {
          nodes {
            ...JobNow
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
  [JobFragment],
)

type Row = FragmentOf<typeof JobFragment>

const read = (row: Row) => readFragment(JobFragment, row)

/** The bulk work of the project: who asked for what, and what came of it. */
export function JobsPage() {
  const t = useT()
  const { name: project } = useProject()
  const paging = usePaging()
  const [{ data, error }, execute] = useQuery({
    query: JobsQuery,
    variables: { project, first: paging.size, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => execute({ requestPolicy: 'network-only' })
  const jobs = data?.project?.jobs
  usePolling({
    read: readAgain,
    active: jobs?.nodes.some((row) => !isOver(read(row))) ?? false,
    everyMillis: 2000,
  })
  const columns: Column<Row>[] = [
    {
      id: 'what',
      header: t('jobs.column.what'),
      cell: (row) => (
        <TextLink to={paths.job(project, read(row).jobId)} fw={500}>
          {t(titleOf(read(row)))}
        </TextLink>
      ),
    },
    { id: 'state', header: t('jobs.column.state'), cell: (row) => <JobStatus job={read(row)} /> },
    {
      id: 'outcome',
      header: t('jobs.column.outcome'),
      cell: (row) => {
        const job = read(row)
        if (isOver(job)) return job.problem?.message ?? outcomeOf(t, job)
        const percent = percentOf(job)
        return percent === null ? '—' : t('jobs.percent', { percent })
      },
    },
    {
      id: 'asked',
      header: t('job.requestedAt'),
      cell: (row) => (
        <>
          <When at={read(row).requestedAt} />
          <Text size="xs" c="dimmed">
            <PersonName user={read(row).requestedBy} />
          </Text>
        </>
      ),
    },
  ]
  return (
    <Page title={t('jobs.title')} purpose={t('jobs.purpose')}>
      {error && <QueryError error={error} onRetry={readAgain} />}
      {(jobs || !error) && (
        <Panel flush>
          <DataTable
            caption={t('jobs.title')}
            columns={columns}
            rows={jobs?.nodes}
            rowKey={(row) => read(row).jobId}
            rowHref={(row) => paths.job(project, read(row).jobId)}
            empty={<EmptyState title={t('jobs.empty.title')} hint={t('jobs.empty.hint')} />}
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={jobs?.nodes.length ?? 0}
        total={jobs?.totalCount}
        endCursor={jobs?.pageInfo.endCursor}
        hasNextPage={jobs?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
