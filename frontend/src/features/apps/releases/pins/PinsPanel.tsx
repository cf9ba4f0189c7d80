// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { problemsOf } from '../../../../ui/form/problemsOf.ts'
import { Panel } from '../../../../ui/Panel.tsx'
import { QueryError } from '../../../../ui/QueryError.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { Status } from '../../../../ui/Status.tsx'
import type { Column } from '../../../../ui/table/Column.ts'
import { DataTable } from '../../../../ui/table/DataTable.tsx'
import { Pager } from '../../../../ui/table/Pager.tsx'
import { usePaging } from '../../../../ui/table/usePaging.ts'
import { When } from '../../../../ui/When.tsx'
import { LocationName } from './LocationName.tsx'
import { NewPin } from './NewPin.tsx'
import {
  ActivatePin,
  PinsQuery,
  SaveSettings,
  type NamedProfile,
  type Pin,
  type PinKind,
} from './pinDocuments.ts'

type Props = { appId: string; profiles: readonly NamedProfile[] }

/** Versions that some people get instead of the latest release: those at a location, or with a language profile. */
export function PinsPanel({ appId, profiles }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const paging = usePaging(20)
  const [kind, setKind] = useState<PinKind>('LOCATION')
  const [adding, setAdding] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const [, save] = useMutation(SaveSettings)
  const [, activate] = useMutation(ActivatePin)
  const [{ data, error, fetching }, execute] = useQuery({
    query: PinsQuery,
    variables: { project, appId, kind, after: paging.after },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => execute({ requestPolicy: 'network-only' })
  const found = data?.project
  if (error && !found) return <QueryError error={error} onRetry={readAgain} />
  if (!found?.app) return null
  const { appReleaseSettings: settings, pinnedAppReleases: pins } = found
  const isOn = kind === 'LOCATION' ? settings.byLocation : settings.byProfile
  const mayEdit = may('edit_apps')
  const set = async (part: Partial<typeof settings>) => {
    const { byLocation, byProfile } = { ...settings, ...part }
    const { data: saved, error: failed } = await save({ input: { project, byLocation, byProfile } })
    const [problem] = problemsOf(t, failed, saved?.setAppReleaseSettings.userErrors) ?? []
    setRefused(problem?.message ?? null)
    readAgain()
  }
  const turn = async ({ pinId, active }: Pin) => {
    const { data: done, error: failed } = await activate({
      input: { project, pinId, kind, active: !active },
    })
    const [problem] = problemsOf(t, failed, done?.activatePinnedAppRelease.userErrors) ?? []
    setRefused(problem?.message ?? null)
    readAgain()
  }
  const profileName = (id: string) => profiles.find((profile) => profile.id === id)?.name ?? id
  const columns: Column<Pin>[] = [
    {
      id: 'place',
      header: t(kind === 'LOCATION' ? 'pins.location' : 'pins.profile'),
      cell: ({ placeId }) =>
        kind === 'LOCATION' ? <LocationName locationId={placeId} /> : profileName(placeId),
    },
    { id: 'number', header: t('apps.version'), cell: ({ number }) => number, align: 'end' },
    {
      id: 'state',
      header: t('releases.state'),
      cell: ({ active }) => (
        <Status
          tone={active ? 'good' : 'quiet'}
          label={t(active ? 'pins.active' : 'pins.inactive')}
        />
      ),
    },
    {
      id: 'since',
      header: t('pins.since'),
      cell: ({ active, activatedAt, deactivatedAt }) => {
        const since = active ? activatedAt : (deactivatedAt ?? activatedAt)
        return since ? <When at={since} /> : '—'
      },
    },
    ...(mayEdit
      ? [
          {
            id: 'actions',
            header: t('apps.actions'),
            cell: (pin: Pin) => (
              <Button variant="default" size="compact-sm" onClick={() => void turn(pin)}>
                {t(pin.active ? 'pins.deactivate' : 'pins.activate')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <Stack>
      <Panel title={t('pins.settings')} spaced>
        <Checkbox
          label={t('pins.byLocation')}
          description={t('pins.byLocation.help')}
          checked={settings.byLocation}
          disabled={!mayEdit}
          onChange={(event) => void set({ byLocation: event.currentTarget.checked })}
        />
        <Checkbox
          label={t('pins.byProfile')}
          checked={settings.byProfile}
          disabled={!mayEdit}
          onChange={(event) => void set({ byProfile: event.currentTarget.checked })}
        />
      </Panel>
      {refused && (
        <Alert color="red" variant="outline" role="alert">
          {refused}
        </Alert>
      )}
      <Group align="end">
        <SelectField
          label={t('pins.kind')}
          options={[
            { value: 'LOCATION', label: t('pins.kind.location') },
            { value: 'PROFILE', label: t('pins.kind.profile') },
          ]}
          value={kind}
          onChange={(value) => setKind(value === 'PROFILE' ? 'PROFILE' : 'LOCATION')}
        />
        {mayEdit && isOn && (
          <Button variant="default" onClick={() => setAdding(true)}>
            {t('pins.add')}
          </Button>
        )}
      </Group>
      {!isOn && <Text c="dimmed">{t('pins.off')}</Text>}
      <Panel flush>
        <DataTable
          caption={t('pins.title')}
          columns={columns}
          rows={[...pins.nodes]}
          rowKey={({ pinId }) => pinId}
          busy={fetching}
          empty={<EmptyState title={t('pins.none')} hint={t('pins.none.hint')} />}
        />
      </Panel>
      <Pager
        paging={paging}
        shown={pins.nodes.length}
        total={pins.totalCount}
        endCursor={pins.pageInfo.endCursor}
        hasNextPage={pins.pageInfo.hasNextPage}
      />
      {adding && (
        <NewPin
          kind={kind}
          versions={[...found.app.versions.nodes]}
          profiles={profiles}
          onClose={() => setAdding(false)}
          onPinned={readAgain}
        />
      )}
    </Stack>
  )
}
