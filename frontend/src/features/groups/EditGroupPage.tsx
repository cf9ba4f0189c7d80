// SPDX-License-Identifier: Apache-2.0
import { useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { objectOf, pairsOf } from '../../lib/text/pairs.ts'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { GroupFields } from './GroupFields.tsx'
import { useGroupForm } from './useGroupForm.ts'

const EditGroupQuery = graphql(`
  query EditGroup($project: String!, $groupId: String!) {
    project(name: $project) {
      id
      group(groupId: $groupId) {
        id
        groupId
        name
        caseSharing
        reporting
        metadata
      }
    }
  }
`)

const UpdateGroup = graphql(`
  mutation UpdateGroup($input: UpdateGroupInput!) {
    updateGroup(input: $input) {
      group {
        id
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function EditGroupPage() {
  const { groupId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error, fetching }, read] = useQuery({
    query: EditGroupQuery,
    variables: { project, groupId },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data?.project) return <PageSkeleton />
  const group = data.project.group
  if (!group) return <NotFoundPage what="group" back={paths.groups(project)} />
  return <EditGroupForm group={group} />
}

type Group = NonNullable<NonNullable<ResultOf<typeof EditGroupQuery>['project']>['group']>

function EditGroupForm({ group }: { group: Group }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, updateGroup] = useMutation(UpdateGroup)
  const { groupId, name, caseSharing, reporting } = group
  const form = useGroupForm({ name, caseSharing, reporting, metadata: pairsOf(group.metadata) })
  const back = paths.group(project, groupId)
  return (
    <Page
      title={t('editGroup.title', { name })}
      purpose={t('editGroup.purpose')}
      parent={<TextLink to={back}>{name}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('action.save')}
          onCancel={() => void navigate(back)}
          onSubmit={async ({ metadata, ...values }) => {
            const input = { project, groupId, ...values, metadata: objectOf(metadata) }
            const { data, error } = await updateGroup({ input })
            const problems = problemsOf(t, error, data?.updateGroup.userErrors)
            if (problems) return problems
            form.resetDirty()
            showToast(t('action.saved'))
            setTimeout(() => void navigate(back))
            return undefined
          }}
        >
          <GroupFields form={form} />
        </EditForm>
      </Panel>
    </Page>
  )
}
