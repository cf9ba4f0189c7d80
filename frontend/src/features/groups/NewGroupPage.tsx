// SPDX-License-Identifier: Apache-2.0
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { objectOf } from '../../lib/text/pairs.ts'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { GroupFields } from './GroupFields.tsx'
import { useGroupForm } from './useGroupForm.ts'

const CreateGroup = graphql(`
  mutation CreateGroup($input: CreateGroupInput!) {
    createGroup(input: $input) {
      group {
        id
        groupId
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export function NewGroupPage() {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, createGroup] = useMutation(CreateGroup)
  const form = useGroupForm({ name: '', caseSharing: false, reporting: true, metadata: [] })
  return (
    <Page
      title={t('newGroup.title')}
      purpose={t('newGroup.purpose')}
      parent={<TextLink to={paths.groups(project)}>{t('groups.title')}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('newGroup.submit')}
          onCancel={() => void navigate(paths.groups(project))}
          onSubmit={async ({ metadata, ...values }) => {
            const input = { project, ...values, metadata: objectOf(metadata) }
            const { data, error } = await createGroup({ input })
            const group = data?.createGroup.group
            if (!group) return problemsOf(t, error, data?.createGroup.userErrors)
            form.resetDirty()
            showToast(t('newGroup.done', { name: group.name }))
            setTimeout(() => void navigate(paths.group(project, group.groupId)))
            return undefined
          }}
        >
          <GroupFields form={form} />
        </EditForm>
      </Panel>
    </Page>
  )
}
