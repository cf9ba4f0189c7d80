// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Stack } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { LocationSelect } from '../../ui/LocationSelect.tsx'
import type { Filters } from '../../ui/table/useFilters.ts'
import { WorkerFilters } from '../../ui/worker/WorkerFilters.tsx'

type Props = { filters: Filters }

/** Which workers are written: the filters of their list. */
export function WorkersWanted({ filters }: Props) {
  const { may } = useProject()
  const seesPlaces = may('view_locations') || may('edit_locations')
  return <WorkerFilters filters={filters} seesPlaces={seesPlaces} seesGroups />
}

/** Which part of the organisation is written. */
export function LocationsWanted({ filters }: Props) {
  const t = useT()
  return (
    <FilterBar active={filters.get('within') !== null} onClear={() => filters.clear(['within'])}>
      <LocationSelect
        label={t('workers.filter.location')}
        value={filters.get('within') ?? ''}
        onChange={(value) => filters.set('within', value)}
      />
      <Checkbox
        pb={8}
        label={t('download.archived')}
        checked={filters.get('archived') === 'yes'}
        onChange={(event) => filters.set('archived', event.currentTarget.checked ? 'yes' : null)}
      />
    </FilterBar>
  )
}

const TableChoicesQuery = graphql(`
  query TableChoices($project: String!) {
    project(name: $project) {
      id
      lookupTables(first: 100) {
        nodes {
          tableId
          tag
        }
      }
    }
  }
`)

/** Which tables are written; all while none is chosen. */
export function TablesWanted({ filters }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data }] = useQuery({ query: TableChoicesQuery, variables: { project } })
  const tables = data?.project?.lookupTables.nodes ?? []
  if (tables.length === 0) return null
  return (
    <Checkbox.Group
      label={t('download.tablesWanted')}
      description={t('download.tablesWanted.help')}
      value={filters.all('table')}
      onChange={(chosen) => filters.set('table', chosen)}
    >
      <Stack gap="xs" mt="xs">
        {tables.map(({ tableId, tag }) => (
          <Checkbox key={tableId} value={tableId} label={tag} />
        ))}
      </Stack>
    </Checkbox.Group>
  )
}
