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
import type { Chosen } from '../../ui/ChosenList.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { LocationsField } from '../../ui/LocationsField.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { primaryOf } from '../../ui/primaryOf.ts'
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

type Wish = { email: string; role: string; locations: Chosen[]; primaryLocationId: string }

/** Asks somebody to join the project. */
export function InviteWebUserPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const navigate = useNavigate()
  const [, invite] = useMutation(InviteWebUser)
  const [path, setPath] = useState<string | null>(null)
  const form = useForm<Wish>({
    initialValues: { email: '', role: '', locations: [], primaryLocationId: '' },
  })
  const { locations } = form.values
  const primary = primaryOf(locations, form.values.primaryLocationId)
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
              const { data, error } = await invite({
                input: {
                  project,
                  email: values.email,
                  role: values.role,
                  locationIds: values.locations.map(({ value }) => value),
                  primaryLocationId: primary || null,
                },
              })
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
              {(may('view_locations') || may('edit_locations')) && (
                <LocationsField
                  description={t('inviteWebUser.locationsHelp')}
                  locations={locations}
                  primary={primary}
                  error={form.errors['locations']}
                  onChange={(chosen) => form.setFieldValue('locations', chosen)}
                  onPrimary={(value) => form.setFieldValue('primaryLocationId', value)}
                />
              )}
            </Stack>
          </EditForm>
        </Panel>
      )}
    </Page>
  )
}
