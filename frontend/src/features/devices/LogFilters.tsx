// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { Filters } from '../../ui/table/useFilters.ts'
import { WorkerSelect } from '../../ui/WorkerSelect.tsx'
import { logFilterNames, logTypes } from './logFilterOf.ts'

export function LogFilters({ filters }: { filters: Filters }) {
  const t = useT()
  const type = filters.get('type')
  const types = type && !logTypes.includes(type) ? [...logTypes, type] : logTypes
  return (
    <FilterBar
      active={logFilterNames.some((name) => filters.get(name) !== null)}
      onClear={() => filters.clear(logFilterNames)}
    >
      <SelectField
        label={t('deviceLogs.column.type')}
        options={[
          { value: '', label: t('filter.any') },
          ...types.map((each) => ({ value: each, label: each })),
        ]}
        value={type ?? ''}
        onChange={(value) => filters.set('type', value)}
      />
      <WorkerSelect
        label={t('forms.filter.worker')}
        value={filters.get('worker')}
        onChange={(value) => filters.set('worker', value)}
      />
      <SearchField
        label={t('meta.device')}
        value={filters.get('device') ?? ''}
        onSearch={(text) => filters.set('device', text)}
      />
      <TextInput
        type="date"
        label={t('deviceLogs.from')}
        value={filters.get('from') ?? ''}
        onChange={({ currentTarget: { value } }) => filters.set('from', value)}
      />
      <TextInput
        type="date"
        label={t('deviceLogs.to')}
        value={filters.get('to') ?? ''}
        onChange={({ currentTarget: { value } }) => filters.set('to', value)}
      />
    </FilterBar>
  )
}
