// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PersonName } from '../../../ui/PersonName.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import type { Column } from '../../../ui/table/Column.ts'
import { DataTable } from '../../../ui/table/DataTable.tsx'
import { When } from '../../../ui/When.tsx'
import type { Running } from './RunningPanel.tsx'

const DevicesQuery = graphql(`
  query AppDevices($project: String!, $appId: String!, $after: String, $filter: AppDeviceFilter!) {
    project(name: $project) {
      id
      appDevices(appId: $appId, first: 20, after: $after, filter: $filter) {
        nodes {
          deviceId
          userId
          user {
            displayName
          }
          seenOn
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`)

type Device = NonNullable<ResultOf<typeof DevicesQuery>['project']>['appDevices']['nodes'][number]

type Props = { appId: string; running: Running; onClose: () => void }

/** The workers whose phones run the same, page by page. */
export function RunningDevices({ appId, running, onClose }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [pages, setPages] = useState<(string | null)[]>([null])
  const after = pages.at(-1) ?? null
  const { appVersion, profileId, commcareVersion } = running
  const [{ data, error, fetching }, execute] = useQuery({
    query: DevicesQuery,
    variables: { project, appId, after, filter: { appVersion, profileId, commcareVersion } },
  })
  const devices = data?.project?.appDevices
  const columns: Column<Device>[] = [
    {
      id: 'worker',
      header: t('running.worker'),
      cell: ({ user, userId }) => <PersonName user={user} otherwise={userId} />,
    },
    { id: 'device', header: t('running.device'), cell: ({ deviceId }) => deviceId },
    { id: 'seen', header: t('running.seen'), cell: ({ seenOn }) => <When at={seenOn} /> },
  ]
  const next = devices?.pageInfo.hasNextPage ? devices.pageInfo.endCursor : null
  return (
    <Dialog
      title={t('running.who.version', { number: String(appVersion ?? t('running.unknown')) })}
      onClose={onClose}
    >
      {error && !devices ? (
        <QueryError error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : (
        <Stack>
          <DataTable
            caption={t('running.title')}
            columns={columns}
            rows={[...(devices?.nodes ?? [])]}
            rowKey={({ userId, deviceId }) => `${userId} ${deviceId}`}
            busy={fetching}
            empty={<EmptyState title={t('running.empty.title')} hint={t('running.empty.hint')} />}
          />
          <Group justify="space-between">
            <Text size="sm">{t('running.count', { count: devices?.totalCount ?? 0 })}</Text>
            <Group>
              <Button
                variant="default"
                disabled={pages.length === 1}
                onClick={() => setPages(pages.slice(0, -1))}
              >
                {t('running.previous')}
              </Button>
              <Button
                variant="default"
                disabled={!next}
                onClick={() => next && setPages([...pages, next])}
              >
                {t('running.next')}
              </Button>
            </Group>
          </Group>
        </Stack>
      )}
    </Dialog>
  )
}
