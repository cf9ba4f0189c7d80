// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { FilterBar } from '../FilterBar.tsx'
import { GroupSelect } from '../GroupSelect.tsx'
import { LocationSelect } from '../LocationSelect.tsx'
import { SearchField } from '../SearchField.tsx'
import { SelectField } from '../SelectField.tsx'
import type { Filters } from '../table/useFilters.ts'
import { workerFilterNames } from './workerFilterOf.ts'

type Props = { filters: Filters; seesPlaces: boolean; seesGroups: boolean }

/** Which mobile workers: the same words in the address wherever some of them are meant. */
export function WorkerFilters({ filters, seesPlaces, seesGroups }: Props) {
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
      {seesPlaces && (
        <LocationSelect
          label={t('workers.filter.location')}
          value={filters.get('location') ?? ''}
          onChange={(value) => filters.set('location', value)}
        />
      )}
      {seesGroups && (
        <GroupSelect
          label={t('workers.filter.group')}
          value={filters.get('group') ?? ''}
          onChange={(value) => filters.set('group', value)}
        />
      )}
    </FilterBar>
  )
}
