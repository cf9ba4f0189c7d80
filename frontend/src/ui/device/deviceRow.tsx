// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import type { Translator } from '../../lib/i18n/translator.ts'
import { paths } from '../../lib/paths.ts'
import type { Column } from '../table/Column.ts'
import { TextLink } from '../TextLink.tsx'
import { When } from '../When.tsx'
import { AttentionList } from './AttentionList.tsx'
import { RequestLogs } from './RequestLogs.tsx'

export const DeviceRowFragment = graphql(`
  fragment DeviceRow on Device {
    deviceId
    userId
    user {
      kind: __typename
      userId
      displayName
    }
    lastSubmissionOn
    lastSyncOn
    lastHeartbeatOn
    appVersion
    commcareVersion
    unsentForms
    quarantinedForms
    attention
    logsRequestedOn
  }
`)

export type DeviceRow = FragmentOf<typeof DeviceRowFragment>

const read = (row: DeviceRow) => readFragment(DeviceRowFragment, row)

export const deviceKey = (row: DeviceRow) => `${read(row).userId} ${read(row).deviceId}`

type Options = {
  /** Whether the list is of many workers, whose names stand first then. */
  withWorker: boolean
  mayRequest: boolean
  onChanged: () => void
}

/** The columns of Application Status, and of a worker's devices. */
export function deviceColumns(
  t: Translator,
  project: string,
  { withWorker, mayRequest, onChanged }: Options,
): Column<DeviceRow>[] {
  const moment = (at: string | null) => (at ? <When at={at} /> : t('workers.never'))
  const worker: Column<DeviceRow> = {
    id: 'worker',
    header: t('devices.column.worker'),
    cell: (row) => {
      const { user, userId, deviceId } = read(row)
      const name = user?.displayName ?? userId
      return (
        <>
          {user?.kind === 'MobileWorker' ? (
            <TextLink to={paths.mobileWorker(project, userId)} fw={500}>
              {name}
            </TextLink>
          ) : (
            name
          )}
          <Text size="xs" c="dimmed">
            {deviceId}
          </Text>
        </>
      )
    },
  }
  const device: Column<DeviceRow> = {
    id: 'device',
    header: t('meta.device'),
    cell: (row) => read(row).deviceId,
  }
  return [
    withWorker ? worker : device,
    {
      id: 'submission',
      header: t('devices.column.submission'),
      cell: (row) => moment(read(row).lastSubmissionOn),
    },
    {
      id: 'sync',
      header: t('devices.column.sync'),
      cell: (row) => moment(read(row).lastSyncOn),
    },
    {
      id: 'heartbeat',
      header: t('devices.column.heartbeat'),
      cell: (row) => moment(read(row).lastHeartbeatOn),
    },
    {
      id: 'version',
      header: t('devices.column.version'),
      cell: (row) => {
        const { appVersion, commcareVersion } = read(row)
        return (
          <>
            {appVersion ?? '—'}
            {commcareVersion && (
              <Text size="xs" c="dimmed">
                {t('devices.commcare', { version: commcareVersion })}
              </Text>
            )}
          </>
        )
      },
    },
    {
      id: 'attention',
      header: t('devices.column.attention'),
      cell: (row) => <AttentionList device={read(row)} />,
    },
    ...(mayRequest
      ? [
          {
            id: 'logs',
            header: t('devices.column.logs'),
            cell: (row: DeviceRow) => <RequestLogs device={read(row)} onChanged={onChanged} />,
          },
        ]
      : []),
  ]
}
