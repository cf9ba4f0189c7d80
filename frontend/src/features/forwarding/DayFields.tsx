// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { Filters } from '../../ui/table/useFilters.ts'

/** From which day to which. */
export function DayFields({ filters }: { filters: Filters }) {
  const t = useT()
  return (['from', 'to'] as const).map((name) => (
    <TextInput
      key={name}
      type="date"
      label={t(`audit.${name}`)}
      value={filters.get(name) ?? ''}
      onChange={({ currentTarget: { value } }) => filters.set(name, value)}
    />
  ))
}
