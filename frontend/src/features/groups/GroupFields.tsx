// SPDX-License-Identifier: Apache-2.0
import { Checkbox, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { Pair } from '../../lib/text/pairs.ts'
import { PairFields } from '../../ui/PairFields.tsx'

export type GroupValues = {
  name: string
  caseSharing: boolean
  reporting: boolean
  metadata: Pair[]
}

/** What a group is called, and what it is for. */
export function GroupFields({ form }: { form: UseFormReturnType<GroupValues> }) {
  const t = useT()
  return (
    <>
      <TextInput
        label={t('groups.column.name')}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      <Checkbox
        label={t('groups.column.caseSharing')}
        description={t('group.caseSharing.help')}
        {...form.getInputProps('caseSharing', { type: 'checkbox' })}
      />
      <Checkbox
        label={t('groups.column.reporting')}
        description={t('group.reporting.help')}
        {...form.getInputProps('reporting', { type: 'checkbox' })}
      />
      <PairFields
        legend={t('group.metadata')}
        pairs={form.values.metadata}
        onChange={(pairs) => form.setFieldValue('metadata', pairs)}
      />
    </>
  )
}
