// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { FieldLines } from './FieldLines.tsx'
import type { TableValues } from './tableValues.ts'

type Props = { form: UseFormReturnType<TableValues>; isNew?: boolean }

/** What a lookup table is; apps know it by its ID, which stays. */
export function TableFields({ form, isNew = false }: Props) {
  const t = useT()
  return (
    <>
      <TextInput
        label={t('lookupTable.tag')}
        description={t('lookupTable.tag.help')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        readOnly={!isNew}
        {...form.getInputProps('tag')}
      />
      <Textarea
        label={t('lookupTable.description')}
        autosize
        minRows={1}
        {...form.getInputProps('description')}
      />
      <Checkbox
        label={t('lookupTable.isGlobal')}
        description={t('lookupTable.isGlobal.help')}
        {...form.getInputProps('isGlobal', { type: 'checkbox' })}
      />
      <FieldLines
        fields={form.values.fields}
        error={form.errors['fields']}
        onChange={(fields) => form.setFieldValue('fields', fields)}
      />
      <TextInput
        label={t('lookupTable.itemAttributes')}
        description={t('lookupTable.itemAttributes.help')}
        autoComplete="off"
        spellCheck={false}
        {...form.getInputProps('itemAttributes')}
      />
    </>
  )
}
