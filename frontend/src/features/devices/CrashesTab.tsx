// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core'
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'

const CrashesQuery = graphql(`
  query DeviceCrashes($project: String!, $days: Int!) {
    project(name: $project) {
      id
      deviceCrashes(days: $days, first: 100) {
        signature
        title
        crashes
        devices
        users
        lastOn
        builds
      }
    }
  }
`)

type Crash = NonNullable<ResultOf<typeof CrashesQuery>['project']>['deviceCrashes'][number]

const spans = ['7', '30', '60'] as const

/** Crashes at the same place as one line, the most frequent first. */
export function CrashesTab() {
  const t = useT()
  const { number } = useFormat()
  const { name: project } = useProject()
  const filters = useFilters()
  const days = spans.find((span) => span === filters.get('days')) ?? '30'
  const [{ data, error, fetching }, read] = useQuery({
    query: CrashesQuery,
    variables: { project, days: Number(days) },
    requestPolicy: 'cache-and-network',
  })
  const crashes = data?.project?.deviceCrashes
  const href = ({ signature }: Crash) =>
    `${paths.deviceLogs(project)}?crash=${encodeURIComponent(signature)}`
  const columns = [
    {
      id: 'title',
      header: t('deviceLogs.column.crash'),
      cell: (crash: Crash) => (
        <>
          <TextLink to={href(crash)} fw={500}>
            {crash.title}
          </TextLink>
          {crash.builds.length > 0 && (
            <Text size="xs" c="dimmed">
              {t('deviceLogs.builds', { builds: crash.builds.join(', ') })}
            </Text>
          )}
        </>
      ),
    },
    {
      id: 'crashes',
      header: t('deviceLogs.column.crashes'),
      align: 'end' as const,
      cell: (crash: Crash) => number(crash.crashes),
    },
    {
      id: 'devices',
      header: t('deviceLogs.column.devices'),
      align: 'end' as const,
      cell: ({ devices }: Crash) => number(devices),
    },
    {
      id: 'users',
      header: t('deviceLogs.column.users'),
      align: 'end' as const,
      cell: ({ users }: Crash) => number(users),
    },
    {
      id: 'last',
      header: t('deviceLogs.column.last'),
      cell: ({ lastOn }: Crash) => <When at={lastOn} />,
    },
  ]
  return (
    <Stack gap="lg">
      <FilterBar active={days !== '30'} onClear={() => filters.clear(['days'])}>
        <SelectField
          label={t('deviceLogs.days')}
          options={spans.map((span) => ({
            value: span,
            label: t('deviceLogs.lastDays', { count: Number(span) }),
          }))}
          value={days}
          onChange={(span) => filters.set('days', span === '30' ? null : span)}
        />
      </FilterBar>
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(crashes || !error) && (
        <Panel flush>
          <DataTable
            caption={t('deviceLogs.tab.crashes')}
            columns={columns}
            rows={crashes && [...crashes]}
            rowKey={({ signature }) => signature}
            rowHref={href}
            busy={fetching && crashes !== undefined}
            empty={
              <EmptyState
                title={t('deviceLogs.noCrashes.title')}
                hint={t('deviceLogs.noCrashes.hint')}
              />
            }
          />
        </Panel>
      )}
    </Stack>
  )
}
