// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { GroupSelect } from '../../ui/GroupSelect.tsx'
import { LocationSelect } from '../../ui/LocationSelect.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { Filters } from '../../ui/table/useFilters.ts'
import type { WorkerRights } from './useWorkerRights.ts'
import { workerFilterNames } from './workerFilterOf.ts'

type Props = { filters: Filters; rights: WorkerRights }

export function WorkerFilters({ filters, rights }: Props) {
  const t = useT()
  const status = filters.get('status') ?? 'active'
  return (
    <FilterBar
      active={workerFilterNames.some((name) => filters.get(name) !== null)}
      onClear={() => filters.clear(workerFilterNames)}
    >
      <SearchField
        label={t('workers.search')}
        value={filters.get('q') ?? ''}
        onSearch={(text) => filters.set('q', text)}
      />
      <SelectField
        label={t('workers.column.status')}
        options={[
          { value: 'active', label: t('workerStatus.active') },
          { value: 'deactivated', label: t('workerStatus.deactivated') },
          { value: 'all', label: t('filter.all') },
        ]}
        value={status}
        onChange={(value) => filters.set('status', value === 'active' ? null : value)}
      />
      {rights.seesPlaces && (
        <LocationSelect
          label={t('workers.filter.location')}
          value={filters.get('location') ?? ''}
          onChange={(value) => filters.set('location', value)}
        />
      )}
      {rights.seesGroups && (
        <GroupSelect
          label={t('workers.filter.group')}
          value={filters.get('group') ?? ''}
          onChange={(value) => filters.set('group', value)}
        />
      )}
    </FilterBar>
  )
}
