// SPDX-License-Identifier: Apache-2.0
import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { GivenRoleField } from './GivenRoleField.tsx'
import { InvitationLink } from './InvitationLink.tsx'

const InviteWebUser = graphql(`
  mutation InviteWebUser($input: InviteWebUserInput!) {
    inviteWebUser(input: $input) {
      path
      userErrors {
        message
        field
      }
    }
  }
`)

/** Asks somebody to join the project. */
export function InviteWebUserPage() {
  const t = useT()
  const { name: project } = useProject()
  const navigate = useNavigate()
  const [, invite] = useMutation(InviteWebUser)
  const [path, setPath] = useState<string | null>(null)
  const form = useForm({ initialValues: { email: '', role: '' } })
  return (
    <Page title={t('inviteWebUser.title')} purpose={t('inviteWebUser.purpose')} narrow>
      {path ? (
        <Panel>
          <InvitationLink path={path} />
          <TextLink to={paths.webUsers(project)}>{t('webUsers.title')}</TextLink>
        </Panel>
      ) : (
        <Panel>
          <EditForm
            form={form}
            submitLabel={t('inviteWebUser.submit')}
            onCancel={() => void navigate(paths.webUsers(project))}
            onSubmit={async (values) => {
              const { data, error } = await invite({ input: { project, ...values } })
              const problems = problemsOf(t, error, data?.inviteWebUser.userErrors)
              if (problems) return problems
              form.resetDirty()
              if (data?.inviteWebUser.path) setPath(data.inviteWebUser.path)
              else {
                showToast(t('invitations.sent'))
                void navigate(paths.webUsers(project))
              }
              return undefined
            }}
          >
            <Stack>
              <TextInput
                type="email"
                label={t('webUsers.column.email')}
                description={t('inviteWebUser.emailHelp')}
                {...form.getInputProps('email')}
              />
              <GivenRoleField
                value={form.values.role}
                onChange={(role) => form.setFieldValue('role', role)}
              />
            </Stack>
          </EditForm>
        </Panel>
      )}
    </Page>
  )
}
