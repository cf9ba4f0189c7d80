// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate, useParams } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { ProfileValueInput } from './ProfileValueInput.tsx'

const ProfileQuery = graphql(`
  query UserDataProfile($project: String!) {
    project(name: $project) {
      id
      userDataFields {
        slug
        label
        choices
      }
      userDataProfiles {
        profileId
        name
        fields
      }
    }
  }
`)

const CreateProfile = graphql(`
  mutation CreateUserDataProfile($input: CreateUserDataProfileInput!) {
    createUserDataProfile(input: $input) {
      userDataProfile {
        profileId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const UpdateProfile = graphql(`
  mutation UpdateUserDataProfile($input: UpdateUserDataProfileInput!) {
    updateUserDataProfile(input: $input) {
      userDataProfile {
        profileId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** A profile, new or old: its name, and the fields whose value it fixes. */
export function ProfilePage() {
  const { profileId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error, fetching }, read] = useQuery({
    query: ProfileQuery,
    variables: { project },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data?.project) return <PageSkeleton />
  const { userDataFields, userDataProfiles } = data.project
  const known = userDataProfiles.find((profile) => profile.profileId === profileId)
  if (profileId && !known) {
    return <NotFoundPage what="profile" back={paths.userDataProfiles(project)} />
  }
  return (
    <ProfileForm
      profileId={profileId}
      asked={userDataFields}
      initial={{ name: known?.name ?? '', values: stringsOf(known?.fields) }}
    />
  )
}

type Props = {
  profileId: string
  asked: readonly { slug: string; label: string; choices: string[] }[]
  initial: { name: string; values: Record<string, string> }
}

function ProfileForm({ profileId, asked, initial }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, createProfile] = useMutation(CreateProfile)
  const [, updateProfile] = useMutation(UpdateProfile)
  const back = paths.userDataProfiles(project)
  const form = useForm({
    initialValues: initial,
    validate: { name: (value) => (value.trim() ? null : t('profile.name.missing')) },
  })
  const save = async (name: string, fields: Record<string, string>) => {
    if (profileId) {
      const { data, error } = await updateProfile({ input: { project, profileId, name, fields } })
      return problemsOf(t, error, data?.updateUserDataProfile.userErrors)
    }
    const { data, error } = await createProfile({ input: { project, name, fields } })
    return problemsOf(t, error, data?.createUserDataProfile.userErrors)
  }
  return (
    <Page
      title={profileId ? t('editProfile.title', { name: initial.name }) : t('newProfile.title')}
      purpose={t('profile.purpose')}
      parent={<TextLink to={back}>{t('userData.profiles')}</TextLink>}
      narrow
    >
      <Panel>
        <EditForm
          form={form}
          submitLabel={t('action.save')}
          onCancel={() => void navigate(back)}
          onSubmit={async ({ name, values }) => {
            const given = Object.entries(values).filter(([, value]) => value !== '')
            const problems = await save(name.trim(), Object.fromEntries(given))
            if (problems) return problems
            form.resetDirty()
            showToast(t('action.saved'))
            setTimeout(() => void navigate(back))
            return undefined
          }}
        >
          <TextInput
            label={t('profiles.column.name')}
            autoComplete="off"
            {...form.getInputProps('name')}
          />
          {asked.map((field) => (
            <ProfileValueInput
              key={field.slug}
              field={field}
              value={form.values.values[field.slug] ?? ''}
              onChange={(value) =>
                form.setFieldValue('values', { ...form.values.values, [field.slug]: value })
              }
            />
          ))}
        </EditForm>
      </Panel>
    </Page>
  )
}
