// SPDX-License-Identifier: Apache-2.0
import { Group, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { PhoneFields } from './PhoneFields.tsx'
import { WorkerRoleField } from './WorkerRoleField.tsx'
import type { WorkerValues } from './workerValues.ts'

export type WorkerForm = UseFormReturnType<WorkerValues>

type Props = { form: WorkerForm; roles: readonly string[] }

/** Who she is and how she is reached. */
export function WorkerFields({ form, roles }: Props) {
  const t = useT()
  return (
    <>
      <Group grow align="flex-start" preventGrowOverflow={false}>
        <TextInput
          miw={180}
          label={t('newWorker.firstName')}
          autoComplete="off"
          {...form.getInputProps('firstName')}
        />
        <TextInput
          miw={180}
          label={t('newWorker.lastName')}
          autoComplete="off"
          {...form.getInputProps('lastName')}
        />
      </Group>
      <TextInput
        label={t('workers.column.email')}
        type="email"
        autoComplete="off"
        {...form.getInputProps('email')}
      />
      <TextInput
        label={t('workers.column.language')}
        description={t('editWorker.language.help')}
        autoComplete="off"
        maw={200}
        {...form.getInputProps('language')}
      />
      <WorkerRoleField form={form} roles={roles} />
      <PhoneFields
        numbers={form.values.phoneNumbers}
        error={form.errors['phoneNumbers']}
        onChange={(numbers) => form.setFieldValue('phoneNumbers', numbers)}
      />
    </>
  )
}
