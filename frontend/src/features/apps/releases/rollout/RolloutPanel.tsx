// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { QueryError } from '../../../../ui/QueryError.tsx'
import type { Column } from '../../../../ui/table/Column.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { When } from '../../../../ui/When.tsx'
import { OpenRolloutPanel } from './OpenRolloutPanel.tsx'
import { RolloutQuery, type RolloutApp } from './rolloutDocuments.ts'
import { RolloutState } from './RolloutState.tsx'
import { StartRollout } from './StartRollout.tsx'

type Past = RolloutApp['rollouts']['nodes'][number]

/** Which version is on its way to everybody, and which were before. */
export function RolloutPanel({ appId, onChanged }: { appId: string; onChanged: () => void }) {
  const t = useT()
  const { name: project, may } = useProject()
  const [starting, setStarting] = useState(false)
  const [{ data, error, fetching }, execute] = useQuery({
    query: RolloutQuery,
    variables: { project, appId },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => {
    execute({ requestPolicy: 'network-only' })
    onChanged()
  }
  const app = data?.project?.app
  if (error && !app) return <QueryError error={error} onRetry={readAgain} />
  if (!app) return null
  const latest = Math.max(0, ...app.versions.nodes.filter((v) => v.released).map((v) => v.number))
  const candidates = app.versions.nodes.filter((v) => !v.released && v.number > latest)
  const columns: Column<Past>[] = [
    { id: 'number', header: t('apps.version'), cell: ({ number }) => number, align: 'end' },
    {
      id: 'state',
      header: t('releases.state'),
      cell: ({ state }) => <RolloutState state={state} />,
    },
    { id: 'began', header: t('rollout.began'), cell: ({ startedAt }) => <When at={startedAt} /> },
    { id: 'last', header: t('rollout.last'), cell: ({ changedAt }) => <When at={changedAt} /> },
  ]
  return (
    <Stack>
      {app.rollout ? (
        <OpenRolloutPanel
          rollout={app.rollout}
          versions={app.versions.nodes}
          onChanged={readAgain}
        />
      ) : (
        <Panel title={t('rollout.none')}>
          <EmptyState
            title={t(candidates.length > 0 ? 'rollout.none.title' : 'rollout.nothing.title')}
            hint={t(candidates.length > 0 ? 'rollout.none.hint' : 'rollout.nothing.hint')}
          />
          {may('edit_apps') && candidates.length > 0 && (
            <Button onClick={() => setStarting(true)}>{t('rollout.start')}</Button>
          )}
        </Panel>
      )}
      {app.rollouts.nodes.length > 0 && (
        <Panel title={t('rollout.history')} flush>
          <DataTable
            caption={t('rollout.history')}
            columns={columns}
            rows={[...app.rollouts.nodes]}
            rowKey={({ rolloutId }) => rolloutId}
            busy={fetching}
            empty={null}
          />
        </Panel>
      )}
      {starting && (
        <StartRollout
          versions={candidates}
          onClose={() => setStarting(false)}
          onStarted={readAgain}
        />
      )}
    </Stack>
  )
}
