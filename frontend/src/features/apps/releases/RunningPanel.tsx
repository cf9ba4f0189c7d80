// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import type { Column } from '../../../ui/table/Column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { RunningDevices } from './RunningDevices.tsx'

const RunningQuery = graphql(`
  query AppRunning($project: String!, $appId: String!) {
    project(name: $project) {
      id
      app(appId: $appId) {
        appId
        document
        running {
          appVersion
          profileId
          commcareVersion
          devices
          workers
        }
      }
    }
  }
`)

type App = NonNullable<NonNullable<ResultOf<typeof RunningQuery>['project']>['app']>
export type Running = App['running'][number]

type Profiles = Record<string, { name?: string }>

/** How many phones run which version, and whose they are. */
export function RunningPanel({ appId }: { appId: string }) {
  const t = useT()
  const { name: project, may } = useProject()
  const [chosen, setChosen] = useState<Running | null>(null)
  const [{ data, error, fetching }, execute] = useQuery({
    query: RunningQuery,
    variables: { project, appId },
    requestPolicy: 'cache-and-network',
  })
  const app = data?.project?.app
  if (error && !app)
    return <QueryError error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />
  if (!app) return null
  const { build_profiles: profiles = {} } = app.document as { build_profiles?: Profiles }
  const mayList = may('view_reports') || may('view_commcare_users') || may('edit_commcare_users')
  const columns: Column<Running>[] = [
    {
      id: 'version',
      header: t('apps.version'),
      cell: ({ appVersion }) => appVersion ?? t('running.unknown'),
      align: 'end',
    },
    {
      id: 'profile',
      header: t('running.profile'),
      cell: ({ profileId }) => (profileId ? (profiles[profileId]?.name ?? profileId) : '—'),
    },
    {
      id: 'commcare',
      header: t('running.commcare'),
      cell: ({ commcareVersion }) => commcareVersion || '—',
    },
    { id: 'devices', header: t('running.devices'), cell: ({ devices }) => devices, align: 'end' },
    { id: 'workers', header: t('running.workers'), cell: ({ workers }) => workers, align: 'end' },
    ...(mayList
      ? [
          {
            id: 'who',
            header: t('apps.actions'),
            cell: (row: Running) => (
              <Button
                variant="subtle"
                size="compact-sm"
                aria-label={t('running.who.version', {
                  number: String(row.appVersion ?? t('running.unknown')),
                })}
                onClick={() => setChosen(row)}
              >
                {t('running.who')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <Stack>
      <Panel flush>
        <DataTable
          caption={t('running.title')}
          columns={columns}
          rows={[...app.running]}
          rowKey={({ appVersion, profileId, commcareVersion }) =>
            `${appVersion} ${profileId} ${commcareVersion}`
          }
          busy={fetching}
          empty={<EmptyState title={t('running.empty.title')} hint={t('running.empty.hint')} />}
        />
      </Panel>
      {chosen && <RunningDevices appId={appId} running={chosen} onClose={() => setChosen(null)} />}
    </Stack>
  )
}
