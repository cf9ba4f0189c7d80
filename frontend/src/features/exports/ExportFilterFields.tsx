// SPDX-License-Identifier: Apache-2.0
import { NumberInput, Stack, TextInput } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { GroupSelect } from '../../ui/GroupSelect.tsx'
import { LocationSelect } from '../../ui/LocationSelect.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { WorkerSelect } from '../../ui/WorkerSelect.tsx'
import type { FilterValues } from './exportFilter.ts'

const kinds: Record<FilterValues['dates'], MessageKey> = {
  ALWAYS: 'exportDates.always',
  LAST_7_DAYS: 'exportDates.last7',
  LAST_30_DAYS: 'exportDates.last30',
  LAST_MONTH: 'exportDates.lastMonth',
  LAST_YEAR: 'exportDates.lastYear',
  DAYS_AGO: 'exportDates.daysAgo',
  SINCE: 'exportDates.since',
  RANGE: 'exportDates.range',
}

type Props = { values: FilterValues; onChange: (values: FilterValues) => void }

/** Which forms or cases are exported. */
export function ExportFilterFields({ values, onChange }: Props) {
  const t = useT()
  const { may } = useProject()
  const set = (change: Partial<FilterValues>) => onChange({ ...values, ...change })
  const { dates } = values
  return (
    <Stack gap="sm">
      <SelectField
        label={t('exportDates.label')}
        options={Object.entries(kinds).map(([value, label]) => ({ value, label: t(label) }))}
        value={dates}
        onChange={(value) => set({ dates: value as FilterValues['dates'] })}
      />
      {dates === 'DAYS_AGO' && (
        <NumberInput
          label={t('exportDates.days')}
          min={1}
          max={36500}
          value={values.days}
          onChange={(value) => set({ days: Number(value) || 1 })}
        />
      )}
      {(dates === 'SINCE' || dates === 'RANGE') && (
        <TextInput
          type="date"
          label={t('exportDates.from')}
          value={values.from}
          onChange={({ currentTarget: { value } }) => set({ from: value })}
        />
      )}
      {dates === 'RANGE' && (
        <TextInput
          type="date"
          label={t('exportDates.to')}
          value={values.to}
          onChange={({ currentTarget: { value } }) => set({ to: value })}
        />
      )}
      <WorkerSelect
        label={t('exportFilter.user')}
        value={values.userId || null}
        onChange={(userId) => set({ userId: userId ?? '' })}
      />
      {(may('view_groups') || may('edit_groups')) && (
        <GroupSelect
          label={t('exportFilter.group')}
          value={values.groupId}
          onChange={(groupId) => set({ groupId })}
        />
      )}
      {(may('view_locations') || may('edit_locations')) && (
        <LocationSelect
          label={t('exportFilter.location')}
          value={values.locationId}
          onChange={(locationId) => set({ locationId })}
        />
      )}
    </Stack>
  )
}
