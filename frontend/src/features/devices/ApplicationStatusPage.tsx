// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { attentions, reasons, reasonsOf } from '../../ui/device/attention.ts'
import { deviceColumns, deviceKey, DeviceRowFragment } from '../../ui/device/deviceRow.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'

const DevicesQuery = graphql(
  `
    query Devices($project: String!, $first: Int!, $after: String, $filter: DeviceFilter!) {
      project(name: $project) {
        id
        devices(first: $first, after: $after, filter: $filter) {
          nodes {
            ...DeviceRow
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  `,
  [DeviceRowFragment],
)

/** Which phones are in step with the server, and which need somebody. */
export function ApplicationStatusPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const search = filters.get('q')?.trim() ?? ''
  const attention = filters.get('attention') ?? ''
  const version = Number(filters.get('version')) || null
  const [{ data, error, fetching }, read] = useQuery({
    query: DevicesQuery,
    variables: {
      project,
      first: paging.size,
      after: paging.after,
      filter: { search, attention: reasonsOf(attention), appVersion: version },
    },
    requestPolicy: 'cache-and-network',
  })
  const devices = data?.project?.devices
  const names = ['q', 'attention', 'version']
  const filtered = names.some((name) => filters.get(name) !== null)
  return (
    <Page title={t('devices.title')} purpose={t('devices.purpose')}>
      <FilterBar active={filtered} onClear={() => filters.clear(names)}>
        <SearchField
          label={t('devices.search')}
          value={filters.get('q') ?? ''}
          onSearch={(text) => filters.set('q', text)}
        />
        <SelectField
          label={t('devices.column.attention')}
          options={[
            { value: '', label: t('devices.all') },
            { value: 'any', label: t('devices.anyReason') },
            ...reasons.map((reason) => ({ value: reason, label: t(attentions[reason].label) })),
          ]}
          value={attention}
          onChange={(value) => filters.set('attention', value)}
        />
        <SearchField
          label={t('devices.version')}
          value={filters.get('version') ?? ''}
          onSearch={(text) => filters.set('version', text)}
        />
      </FilterBar>
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(devices || !error) && (
        <Panel flush>
          <DataTable
            caption={t('devices.title')}
            columns={deviceColumns(t, project, {
              withWorker: true,
              mayRequest: may('edit_commcare_users'),
              onChanged: () => read({ requestPolicy: 'network-only' }),
            })}
            rows={devices?.nodes}
            rowKey={deviceKey}
            busy={fetching && devices !== undefined}
            empty={
              filtered ? (
                <EmptyState title={t('devices.none.title')} hint={t('devices.none.hint')} />
              ) : (
                <EmptyState title={t('devices.empty.title')} hint={t('devices.empty.hint')} />
              )
            }
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={devices?.nodes.length ?? 0}
        total={devices?.totalCount}
        endCursor={devices?.pageInfo.endCursor}
        hasNextPage={devices?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
