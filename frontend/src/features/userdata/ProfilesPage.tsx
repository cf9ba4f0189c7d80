// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation, useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'
import { UserDataLink } from './UserDataLink.tsx'

const ProfilesQuery = graphql(`
  query UserDataProfiles($project: String!) {
    project(name: $project) {
      id
      userDataProfiles {
        profileId
        name
        fields
      }
    }
  }
`)

const DeleteProfile = graphql(`
  mutation DeleteUserDataProfile($input: DeleteUserDataProfileInput!) {
    deleteUserDataProfile(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Profile = NonNullable<ResultOf<typeof ProfilesQuery>['project']>['userDataProfiles'][number]

/** Values of user data that many workers share. */
export function ProfilesPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const mayEdit = may('edit_commcare_users')
  const [deleting, setDeleting] = useState<Profile | null>(null)
  const [, deleteProfile] = useMutation(DeleteProfile)
  const [{ data, error }, read] = useQuery({
    query: ProfilesQuery,
    variables: { project },
    requestPolicy: 'cache-and-network',
  })
  const create = mayEdit && (
    <Button component={Link} to={paths.newUserDataProfile(project)}>
      {t('newProfile.title')}
    </Button>
  )
  return (
    <Page
      title={t('userData.profiles')}
      purpose={t('profiles.purpose')}
      parent={<TextLink to={paths.userData(project)}>{t('userData.title')}</TextLink>}
      actions={
        <>
          <UserDataLink to="fields" />
          {create}
        </>
      }
    >
      {error && <QueryError error={error} onRetry={() => read()} />}
      <Panel flush>
        <DataTable
          caption={t('userData.profiles')}
          columns={[
            {
              id: 'name',
              header: t('profiles.column.name'),
              cell: ({ profileId, name }: Profile) => (
                <TextLink to={paths.userDataProfile(project, profileId)} fw={500}>
                  {name}
                </TextLink>
              ),
            },
            {
              id: 'fields',
              header: t('profiles.column.fields'),
              cell: ({ fields }: Profile) =>
                Object.entries(stringsOf(fields))
                  .map(([slug, value]) => `${slug} = ${value}`)
                  .join(', ') || '—',
            },
            ...(mayEdit
              ? [
                  {
                    id: 'delete',
                    header: t('action.delete'),
                    cell: (profile: Profile) => (
                      <Button
                        variant="subtle"
                        size="compact-sm"
                        aria-label={t('deleteProfile.title', { name: profile.name })}
                        onClick={() => setDeleting(profile)}
                      >
                        {t('action.delete')}
                      </Button>
                    ),
                  },
                ]
              : []),
          ]}
          rows={data?.project?.userDataProfiles}
          rowKey={({ profileId }) => profileId}
          rowHref={({ profileId }) => paths.userDataProfile(project, profileId)}
          empty={
            <EmptyState
              title={t('profiles.empty.title')}
              hint={t('profiles.empty.hint')}
              action={create}
            />
          }
        />
      </Panel>
      {deleting && (
        <TypedConfirm
          title={t('deleteProfile.title', { name: deleting.name })}
          text={<Text>{t('deleteProfile.text')}</Text>}
          name={deleting.name}
          confirmLabel={t('action.delete')}
          onClose={() => setDeleting(null)}
          onConfirm={async () => {
            const input = { project, profileId: deleting.profileId }
            const { data: answer, error: failure } = await deleteProfile({ input })
            const problems = problemsOf(t, failure, answer?.deleteUserDataProfile.userErrors)
            if (problems) return problems
            setDeleting(null)
            showToast(t('deleteProfile.done', { name: deleting.name }))
            read({ requestPolicy: 'network-only' })
            return undefined
          }}
        />
      )}
    </Page>
  )
}
