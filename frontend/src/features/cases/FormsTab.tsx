// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { Status } from '../../ui/Status.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { usePaging } from '../../ui/table/usePaging.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'

const CaseFormsQuery = graphql(`
  query CaseForms($project: String!, $caseId: String!, $first: Int!, $after: String) {
    project(name: $project) {
      id
      case(caseId: $caseId) {
        id
        forms(first: $first, after: $after) {
          nodes {
            id
            formId
            name
            xmlns
            state
            receivedOn
            username
            user {
              userId
              displayName
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

type Forms = NonNullable<NonNullable<ResultOf<typeof CaseFormsQuery>['project']>['case']>['forms']

/** The forms that touched the case, newest first. */
export function FormsTab({ caseId }: { caseId: string }) {
  const t = useT()
  const { name: project } = useProject()
  const paging = usePaging(25)
  const [{ data, error, fetching }, read] = useQuery({
    query: CaseFormsQuery,
    variables: { project, caseId, first: paging.size, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  const forms = data?.project?.case?.forms
  type Form = Forms['nodes'][number]
  if (error) return <QueryError error={error} onRetry={() => read()} />
  return (
    <Stack>
      <Panel flush>
        <DataTable
          caption={t('case.tab.forms')}
          rows={forms?.nodes}
          rowKey={({ formId }) => formId}
          rowHref={({ formId }) => paths.form(project, formId)}
          busy={fetching && forms !== undefined}
          columns={[
            {
              id: 'form',
              header: t('forms.column.form'),
              cell: ({ formId, name, xmlns }: Form) => (
                <TextLink to={paths.form(project, formId)} fw={500}>
                  {name || xmlns || t('form.unreadable')}
                </TextLink>
              ),
            },
            {
              id: 'worker',
              header: t('forms.column.worker'),
              cell: ({ user, username }: Form) => <PersonName user={user} otherwise={username} />,
            },
            {
              id: 'received',
              header: t('forms.column.received'),
              cell: ({ receivedOn }: Form) => <When at={receivedOn} />,
            },
            {
              id: 'state',
              header: t('forms.column.state'),
              cell: ({ state }: Form) =>
                state === 'ARCHIVED' ? (
                  <Status tone="warn" label={t('formState.archived')} />
                ) : (
                  <Status tone="good" label={t('formState.normal')} />
                ),
            },
          ]}
          empty={<EmptyState title={t('case.noForms.title')} hint={t('case.noForms.hint')} />}
        />
      </Panel>
      <Pager
        paging={paging}
        shown={forms?.nodes.length ?? 0}
        total={forms?.totalCount}
        endCursor={forms?.pageInfo.endCursor}
        hasNextPage={forms?.pageInfo.hasNextPage}
      />
    </Stack>
  )
}
