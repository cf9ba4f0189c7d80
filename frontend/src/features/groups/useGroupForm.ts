// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { GroupValues } from './GroupFields.tsx'

export function useGroupForm(initialValues: GroupValues) {
  const t = useT()
  return useForm<GroupValues>({
    initialValues,
    validate: { name: (value) => (value.trim() ? null : t('group.name.missing')) },
  })
}
