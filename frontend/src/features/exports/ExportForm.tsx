// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Fieldset, Stack, Switch, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm, type Problem } from '../../ui/form/EditForm.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { DictionaryLabels } from './DictionaryLabels.tsx'
import type { FilterValues } from './exportFilter.ts'
import { ExportFilterFields } from './ExportFilterFields.tsx'
import type { ExportTable } from './exportQuery.ts'
import type { ExportFormat, ExportSharing, ExportType } from './exportRow.ts'
import { formatsOf, sharings } from './exportWords.ts'
import { TableColumns } from './TableColumns.tsx'

export type Manner = {
  splitMultiselects: boolean
  transformDates: boolean
  formatCells: boolean
  deidentified: boolean
  includeErrors: boolean
}

export type ExportValues = {
  name: string
  description: string
  format: ExportFormat
  sharing: ExportSharing
  daily: boolean
  odata: boolean
  manner: Manner
  filter: FilterValues
  tables: ExportTable[]
}

type Props = {
  type: ExportType
  identifier: string
  initial: ExportValues
  submitLabel: string
  back: string
  onSave: (values: ExportValues) => Promise<Problem[] | undefined>
}

/** All that makes an export. */
export function ExportForm({ type, identifier, initial, submitLabel, back, onSave }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { may } = useProject()
  const form = useForm<ExportValues>({
    initialValues: initial,
    validate: { name: (value) => (value.trim() ? null : t('export.name.missing')) },
  })
  const { format, sharing, daily, odata, filter, manner, tables } = form.values
  const shared = may('edit_shared_exports') || sharing !== 'PRIVATE'
  const check = (name: keyof Manner) => form.getInputProps(`manner.${name}`, { type: 'checkbox' })
  return (
    <EditForm
      form={form}
      submitLabel={submitLabel}
      onCancel={() => void navigate(back)}
      onSubmit={async (values) => {
        const problems = await onSave(values)
        if (problems) return problems
        form.resetDirty()
        showToast(t('action.saved'))
        setTimeout(() => void navigate(back))
        return undefined
      }}
    >
      <TextInput label={t('export.name')} autoComplete="off" {...form.getInputProps('name')} />
      <TextInput
        label={t('export.description')}
        autoComplete="off"
        {...form.getInputProps('description')}
      />
      {!odata && (
        <SelectField
          label={t('export.format')}
          options={formatsOf(type).map(({ value, key }) => ({ value, label: t(key) }))}
          value={format}
          onChange={(value) => form.setFieldValue('format', value as ExportFormat)}
        />
      )}
      {shared && (
        <SelectField
          label={t('export.sharing')}
          options={Object.entries(sharings).map(([value, key]) => ({ value, label: t(key) }))}
          value={sharing}
          onChange={(value) => form.setFieldValue('sharing', value as ExportSharing)}
        />
      )}
      {!odata && (
        <Switch
          label={t('export.daily')}
          description={t('export.daily.help')}
          {...form.getInputProps('daily', { type: 'checkbox' })}
        />
      )}
      {(daily || odata) && (
        <Fieldset legend={t('export.filter')}>
          <ExportFilterFields
            values={filter}
            onChange={(values) => form.setFieldValue('filter', values)}
          />
        </Fieldset>
      )}
      <Fieldset legend={t('export.manner')}>
        <Stack gap="xs">
          {!odata && (
            <>
              <Checkbox label={t('export.transformDates')} {...check('transformDates')} />
              <Checkbox label={t('export.formatCells')} {...check('formatCells')} />
            </>
          )}
          <Checkbox label={t('export.splitMultiselects')} {...check('splitMultiselects')} />
          <Checkbox label={t('export.deidentified')} {...check('deidentified')} />
          {type === 'FORM' && (
            <Checkbox label={t('export.includeErrors')} {...check('includeErrors')} />
          )}
        </Stack>
      </Fieldset>
      {type === 'CASE' && (
        <DictionaryLabels
          identifier={identifier}
          tables={tables}
          onChange={(changed) => form.setFieldValue('tables', changed)}
        />
      )}
      {tables.map((table, place) => (
        <TableColumns
          key={table.path}
          table={table}
          deidentified={manner.deidentified}
          onChange={(changed) =>
            form.setFieldValue(
              'tables',
              tables.map((each, at) => (at === place ? changed : each)),
            )
          }
        />
      ))}
    </EditForm>
  )
}
