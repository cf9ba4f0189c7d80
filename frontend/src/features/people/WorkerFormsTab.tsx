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

const WorkerFormsQuery = graphql(`
  query WorkerForms($project: String!, $userId: String!) {
    project(name: $project) {
      id
      mobileWorker(userId: $userId) {
        id
        forms(first: 20) {
          nodes {
            id
            formId
            name
            xmlns
            receivedOn
          }
          totalCount
        }
      }
    }
  }
`)

type Row = NonNullable<
  NonNullable<ResultOf<typeof WorkerFormsQuery>['project']>['mobileWorker']
>['forms']['nodes'][number]

/** The last forms of a worker; the rest are in the Submit History. */
export function WorkerFormsTab({ userId }: { userId: string }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: WorkerFormsQuery,
    variables: { project, userId },
    requestPolicy: 'cache-and-network',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  const forms = data?.project?.mobileWorker?.forms
  const all = `${paths.submitHistory(project)}?worker=${encodeURIComponent(userId)}`
  return (
    <Panel
      flush
      title={t('worker.lastForms')}
      aside={
        <TextLink to={all}>{t('worker.allForms', { count: forms?.totalCount ?? 0 })}</TextLink>
      }
    >
      <DataTable
        caption={t('worker.lastForms')}
        columns={[
          {
            id: 'form',
            header: t('forms.column.form'),
            cell: ({ formId, name, xmlns }: Row) => (
              <TextLink to={paths.form(project, formId)} fw={500}>
                {name || xmlns || formId}
              </TextLink>
            ),
          },
          {
            id: 'received',
            header: t('forms.column.received'),
            cell: ({ receivedOn }: Row) => <When at={receivedOn} />,
          },
        ]}
        rows={forms?.nodes}
        rowKey={({ formId }) => formId}
        rowHref={({ formId }) => paths.form(project, formId)}
        empty={<EmptyState title={t('forms.empty.title')} hint={t('forms.empty.hint')} />}
      />
    </Panel>
  )
}
