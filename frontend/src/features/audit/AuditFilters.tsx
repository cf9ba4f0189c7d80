// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { Filters } from '../../ui/table/useFilters.ts'
import { auditFilterNames } from './auditFilterOf.ts'
import { DateRangeFields } from './DateRangeFields.tsx'

type Props = { filters: Filters; actions: readonly string[] }

/** By whom, what, from where and when. */
export function AuditFilters({ filters, actions }: Props) {
  const t = useT()
  const action = filters.get('action')
  const options = action && !actions.includes(action) ? [...actions, action] : actions
  return (
    <FilterBar
      active={auditFilterNames.some((name) => filters.get(name) !== null)}
      onClear={() => filters.clear(auditFilterNames)}
    >
      <SearchField
        label={t('audit.filter.user')}
        value={filters.get('user') ?? ''}
        onSearch={(text) => filters.set('user', text)}
      />
      <SelectField
        label={t('audit.column.action')}
        options={[
          { value: '', label: t('filter.any') },
          ...options.map((each) => ({ value: each, label: each })),
        ]}
        value={action ?? ''}
        onChange={(value) => filters.set('action', value)}
      />
      <SearchField
        label={t('activity.address')}
        value={filters.get('address') ?? ''}
        onSearch={(text) => filters.set('address', text)}
      />
      <DateRangeFields filters={filters} />
    </FilterBar>
  )
}
