// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import type { Filters } from '../../../ui/table/useFilters.ts'
import { DayFields } from '../DayFields.tsx'
import { recordFilterNames } from './recordFilterOf.ts'
import { recordStates } from './recordState.ts'

type Props = { filters: Filters; forwarders: readonly { id: string; name: string }[] }

/** Of which forwarder, in which state, of what, and when. */
export function RecordFilters({ filters, forwarders }: Props) {
  const t = useT()
  return (
    <FilterBar
      active={recordFilterNames.some((name) => filters.get(name) !== null)}
      onClear={() => filters.clear(recordFilterNames)}
    >
      <SelectField
        label={t('records.forwarder')}
        options={[
          { value: '', label: t('filter.any') },
          ...forwarders.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filters.get('forwarder') ?? ''}
        onChange={(value) => filters.set('forwarder', value)}
      />
      <SelectField
        label={t('requests.column.status')}
        options={[
          { value: '', label: t('filter.any') },
          ...Object.entries(recordStates).map(([value, { label }]) => ({ value, label: t(label) })),
        ]}
        value={filters.get('state') ?? ''}
        onChange={(value) => filters.set('state', value)}
      />
      <SearchField
        label={t('requests.column.payload')}
        value={filters.get('payload') ?? ''}
        onSearch={(text) => filters.set('payload', text)}
      />
      <DayFields filters={filters} />
    </FilterBar>
  )
}
