// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'

const WorkerCasesQuery = graphql(`
  query WorkerCases($project: String!, $userId: String!) {
    project(name: $project) {
      id
      mobileWorker(userId: $userId) {
        id
        cases(first: 20, filter: { closed: false }) {
          nodes {
            id
            caseId
            name
            type
            serverModifiedOn
          }
          totalCount
        }
      }
    }
  }
`)

type Row = NonNullable<
  NonNullable<ResultOf<typeof WorkerCasesQuery>['project']>['mobileWorker']
>['cases']['nodes'][number]

/** Open cases that belong to a worker herself; the rest are in the Case List. */
export function WorkerCasesTab({ userId }: { userId: string }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: WorkerCasesQuery,
    variables: { project, userId },
    requestPolicy: 'cache-and-network',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  const cases = data?.project?.mobileWorker?.cases
  const all = `${paths.caseList(project)}?owner=${encodeURIComponent(userId)}&status=open`
  return (
    <Panel
      flush
      title={t('worker.lastCases')}
      aside={
        <TextLink to={all}>{t('worker.allCases', { count: cases?.totalCount ?? 0 })}</TextLink>
      }
    >
      <DataTable
        caption={t('worker.lastCases')}
        columns={[
          {
            id: 'name',
            header: t('cases.column.name'),
            cell: ({ caseId, name }: Row) => (
              <TextLink to={paths.case(project, caseId)} fw={500}>
                {name || t('case.unnamed')}
              </TextLink>
            ),
          },
          { id: 'type', header: t('cases.column.type'), cell: ({ type }: Row) => type },
          {
            id: 'modified',
            header: t('cases.column.modified'),
            cell: ({ serverModifiedOn }: Row) => <When at={serverModifiedOn} />,
          },
        ]}
        rows={cases?.nodes}
        rowKey={({ caseId }) => caseId}
        rowHref={({ caseId }) => paths.case(project, caseId)}
        empty={<EmptyState title={t('cases.empty.title')} hint={t('worker.noCases.hint')} />}
      />
    </Panel>
  )
}
