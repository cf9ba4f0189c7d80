// SPDX-License-Identifier: Apache-2.0
import { Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useId } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EditForm, type Problem } from '../../../ui/form/EditForm.tsx'

type Values = { name: string; value: string }

type Props = {
  count: number
  known: readonly string[]
  onEdit: (properties: Values[]) => Promise<Problem[] | undefined>
  onClose: () => void
}

/** Gives a property of many cases one value. */
export function EditCases({ count, known, onEdit, onClose }: Props) {
  const t = useT()
  const names = useId()
  const form = useForm<Values>({
    initialValues: { name: '', value: '' },
    validate: { name: (name) => (name.trim() ? null : t('casesInBulk.property.missing')) },
  })
  const save = async ({ name, value }: Values) => {
    const problems = await onEdit([{ name: name.trim(), value }])
    return problems?.map(({ message }) => ({ field: 'name', message }))
  }
  return (
    <Dialog title={t('casesInBulk.edit.title', { count })} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('casesInBulk.edit.submit', { count })}
        onSubmit={save}
        onCancel={onClose}
      >
        <Stack gap="sm">
          <Text>{t('casesInBulk.edit.text')}</Text>
          <TextInput
            label={t('casesInBulk.property')}
            list={names}
            required
            autoComplete="off"
            data-autofocus
            {...form.getInputProps('name')}
          />
          <datalist id={names}>
            {known.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </datalist>
          <TextInput
            label={t('casesInBulk.value')}
            description={t('casesInBulk.value.help')}
            {...form.getInputProps('value')}
          />
        </Stack>
      </EditForm>
    </Dialog>
  )
}
