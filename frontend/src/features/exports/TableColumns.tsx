// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Checkbox, Fieldset, Group, Stack, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import type { ExportColumn, ExportTable } from './exportQuery.ts'
import { withAll, withColumn, withMoved } from './tableChanges.ts'

const sensitivities: Record<ExportColumn['sensitivity'], MessageKey> = {
  NONE: 'exportColumn.notSensitive',
  ID: 'exportColumn.sensitiveId',
  DATE: 'exportColumn.sensitiveDate',
}

type Props = {
  table: ExportTable
  /** Whether columns can be marked as sensitive. */
  deidentified: boolean
  onChange: (table: ExportTable) => void
}

/** Which columns a table of an export has, in which order and by which names. */
export function TableColumns({ table, deidentified, onChange }: Props) {
  const t = useT()
  const [advanced, setAdvanced] = useState(false)
  const hidden = table.columns.filter((column) => column.advanced && !column.selected).length
  const shown = table.columns.filter((column) => advanced || !column.advanced || column.selected)
  const some = table.columns.filter(({ selected }) => selected).length
  return (
    <Fieldset legend={table.label}>
      <Stack gap="xs">
        <Checkbox
          label={t('exportTable.selected')}
          checked={table.selected}
          onChange={(event) => onChange({ ...table, selected: event.currentTarget.checked })}
        />
        {table.selected && (
          <>
            <Group gap="xs">
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => onChange(withAll(table, true))}
              >
                {t('exportTable.all')}
              </Button>
              <Button
                variant="subtle"
                size="compact-sm"
                onClick={() => onChange(withAll(table, false))}
              >
                {t('exportTable.none')}
              </Button>
              <span role="status">
                {t('exportTable.count', { count: some, total: table.columns.length })}
              </span>
            </Group>
            {shown.map((column) => (
              <ColumnLine
                key={column.path}
                column={column}
                deidentified={deidentified}
                onChange={(change) => onChange(withColumn(table, column.path, change))}
                onMove={(by) => onChange(withMoved(table, column.path, by))}
              />
            ))}
            {hidden > 0 && !advanced && (
              <Button variant="subtle" size="compact-sm" onClick={() => setAdvanced(true)}>
                {t('exportTable.advanced', { count: hidden })}
              </Button>
            )}
          </>
        )}
      </Stack>
    </Fieldset>
  )
}

type LineProps = {
  column: ExportColumn
  deidentified: boolean
  onChange: (change: Partial<ExportColumn>) => void
  onMove: (by: number) => void
}

function ColumnLine({ column, deidentified, onChange, onMove }: LineProps) {
  const t = useT()
  const { path, label, selected, sensitivity } = column
  return (
    <Group gap="xs" wrap="nowrap">
      <Checkbox
        aria-label={t('exportColumn.select', { name: path })}
        checked={selected}
        onChange={(event) => onChange({ selected: event.currentTarget.checked })}
      />
      <TextInput
        aria-label={t('exportColumn.label', { name: path })}
        value={label}
        size="xs"
        flex="1"
        onChange={(event) => onChange({ label: event.currentTarget.value })}
      />
      {deidentified && (
        <SelectField
          label={t('exportColumn.sensitivity', { name: path })}
          options={Object.entries(sensitivities).map(([value, key]) => ({ value, label: t(key) }))}
          value={sensitivity}
          onChange={(value) => onChange({ sensitivity: value as ExportColumn['sensitivity'] })}
        />
      )}
      <ActionIcon
        variant="subtle"
        aria-label={t('exportColumn.up', { name: path })}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={t('exportColumn.down', { name: path })}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
    </Group>
  )
}
