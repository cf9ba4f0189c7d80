// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import type { Problem } from '../../../ui/form/EditForm.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import type { Column } from '../../../ui/table/Column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { showToast } from '../../../ui/toast/toasts.ts'
import { RowActions } from '../RowActions.tsx'
import { ProfileForm, type Profile } from './ProfileForm.tsx'

const ProfilesQuery = graphql(`
  query AppProfiles($project: String!, $appId: String!) {
    project(name: $project) {
      id
      app(appId: $appId) {
        appId
        version
        languages
        document
      }
    }
  }
`)

const SaveProfiles = graphql(`
  mutation SaveAppProfiles($input: EditAppInput!) {
    editApp(input: $input) {
      app {
        appId
        version
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Kept = Record<
  string,
  {
    name?: string
    langs?: string[]
    practice_mobile_worker_id?: string | null
    settings?: Record<string, string>
  }
>

const read = (document: unknown): Profile[] =>
  Object.entries((document as { build_profiles?: Kept }).build_profiles ?? {}).map(
    ([id, { name = '', langs = [], practice_mobile_worker_id: practice, settings = {} }]) => ({
      id,
      name,
      langs,
      practice: practice ?? '',
      settings,
    }),
  )

const written = (profiles: Profile[]) =>
  Object.fromEntries(
    profiles.map(({ id, name, langs, practice, settings }) => [
      id,
      {
        doc_type: 'BuildProfile',
        name,
        langs,
        practice_mobile_worker_id: practice || null,
        settings,
      },
    ]),
  )

/** Ways to install the application in some of its languages. */
export function ProfilesPanel({ appId }: { appId: string }) {
  const t = useT()
  const { name: project, may } = useProject()
  const [edited, setEdited] = useState<Profile | null>(null)
  const [, save] = useMutation(SaveProfiles)
  const [{ data, error, fetching }, execute] = useQuery({
    query: ProfilesQuery,
    variables: { project, appId },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => execute({ requestPolicy: 'network-only' })
  const app = data?.project?.app
  if (error && !app) return <QueryError error={error} onRetry={readAgain} />
  if (!app) return null
  const profiles = read(app.document)
  const put = async (next: Profile[]): Promise<Problem[] | undefined> => {
    const answer = await save({
      input: {
        project,
        appId,
        version: app.version,
        changes: [{ put: { path: 'build_profiles', value: written(next) } }],
      },
    })
    const problems = problemsOf(t, answer.error, answer.data?.editApp.userErrors)
    if (!problems) showToast(t('languageProfiles.saved'))
    readAgain()
    return problems
  }
  const columns: Column<Profile>[] = [
    { id: 'name', header: t('languageProfiles.name'), cell: ({ name }) => name },
    {
      id: 'languages',
      header: t('languageProfiles.languages'),
      cell: ({ langs }) => langs.join(', '),
    },
    {
      id: 'practice',
      header: t('languageProfiles.practice'),
      cell: ({ practice }) => (practice ? t('languageProfiles.practice.own') : '—'),
    },
    ...(may('edit_apps')
      ? [
          {
            id: 'actions',
            header: t('apps.actions'),
            cell: (profile: Profile) => (
              <RowActions
                of={profile.name}
                actions={[
                  { label: t('languageProfiles.change'), onClick: () => setEdited(profile) },
                  {
                    label: t('languageProfiles.remove'),
                    onClick: () => void put(profiles.filter(({ id }) => id !== profile.id)),
                  },
                ]}
              />
            ),
          },
        ]
      : []),
  ]
  return (
    <Stack>
      <Panel flush>
        <DataTable
          caption={t('languageProfiles.title')}
          columns={columns}
          rows={profiles}
          rowKey={({ id }) => id}
          busy={fetching}
          empty={
            <EmptyState
              title={t('languageProfiles.empty.title')}
              hint={t('languageProfiles.empty.hint')}
            />
          }
        />
      </Panel>
      {may('edit_apps') && (
        <Group>
          <Button
            variant="default"
            onClick={() =>
              setEdited({
                id: crypto.randomUUID().replaceAll('-', ''),
                name: '',
                langs: app.languages.slice(0, 1),
                practice: '',
                settings: {},
              })
            }
          >
            {t('languageProfiles.add')}
          </Button>
        </Group>
      )}
      {edited && (
        <ProfileForm
          profile={edited}
          languages={app.languages}
          onClose={() => setEdited(null)}
          onSave={(profile) =>
            put(
              profiles.some(({ id }) => id === profile.id)
                ? profiles.map((each) => (each.id === profile.id ? profile : each))
                : [...profiles, profile],
            )
          }
        />
      )}
    </Stack>
  )
}
