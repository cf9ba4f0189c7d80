// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { deviceColumns, deviceKey, DeviceRowFragment } from '../../ui/device/deviceRow.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'

const WorkerDevicesQuery = graphql(
  `
    query WorkerDevices($project: String!, $userId: String!) {
      project(name: $project) {
        id
        mobileWorker(userId: $userId) {
          id
          devices {
            ...DeviceRow
          }
        }
      }
    }
  `,
  [DeviceRowFragment],
)

/** The phones of a worker: what each last did, what it runs, and what still lies on it. */
export function WorkerDevicesTab({ userId }: { userId: string }) {
  const t = useT()
  const { name: project, may } = useProject()
  const [{ data, error }, read] = useQuery({
    query: WorkerDevicesQuery,
    variables: { project, userId },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => read({ requestPolicy: 'network-only' })
  if (error) return <QueryError error={error} onRetry={readAgain} />
  const devices = data?.project?.mobileWorker?.devices
  return (
    <Panel flush title={t('worker.devices')}>
      <DataTable
        caption={t('worker.devices')}
        columns={deviceColumns(t, project, {
          withWorker: false,
          mayRequest: may('edit_commcare_users'),
          onChanged: readAgain,
        })}
        rows={devices}
        rowKey={deviceKey}
        empty={<EmptyState title={t('devices.empty.title')} hint={t('worker.noDevices.hint')} />}
      />
    </Panel>
  )
}
