// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { Filters } from '../../ui/table/useFilters.ts'

/** From which day to which. */
export function DateRangeFields({ filters }: { filters: Filters }) {
  const t = useT()
  return (
    <>
      <TextInput
        type="date"
        label={t('audit.from')}
        value={filters.get('from') ?? ''}
        onChange={({ currentTarget: { value } }) => filters.set('from', value)}
      />
      <TextInput
        type="date"
        label={t('audit.to')}
        value={filters.get('to') ?? ''}
        onChange={({ currentTarget: { value } }) => filters.set('to', value)}
      />
    </>
  )
}
