// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { SearchField } from '../../../ui/SearchField.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import type { Filters } from '../../../ui/table/useFilters.ts'
import { DayFields } from '../DayFields.tsx'
import { requestFilterNames } from './requestFilterOf.ts'

type Props = { filters: Filters; connections: readonly { id: string; name: string }[] }

/** To where, of what, what came back, and when. */
export function RequestFilters({ filters, connections }: Props) {
  const t = useT()
  const search = (name: string, label: string) => (
    <SearchField
      label={label}
      value={filters.get(name) ?? ''}
      onSearch={(text) => filters.set(name, text)}
    />
  )
  return (
    <FilterBar
      active={requestFilterNames.some((name) => filters.get(name) !== null)}
      onClear={() => filters.clear(requestFilterNames)}
    >
      <SelectField
        label={t('requests.filter.connection')}
        options={[
          { value: '', label: t('filter.any') },
          ...connections.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={filters.get('connection') ?? ''}
        onChange={(value) => filters.set('connection', value)}
      />
      {search('url', t('requests.filter.url'))}
      {search('payload', t('requests.column.payload'))}
      {search('status', t('requests.column.status'))}
      <DayFields filters={filters} />
    </FilterBar>
  )
}
