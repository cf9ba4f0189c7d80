// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { WorkerForm } from './WorkerFields.tsx'

/** What she may do; the role that she has is there whoever may give it. */
export function WorkerRoleField({ form, roles }: { form: WorkerForm; roles: readonly string[] }) {
  const t = useT()
  const { role } = form.values
  const names = roles.includes(role) ? roles : [role, ...roles]
  return (
    <SelectField
      label={t('worker.role')}
      description={t('worker.role.help')}
      error={form.errors['role']}
      options={names.map((name) => ({ value: name, label: name || t('worker.role.fresh') }))}
      value={role}
      onChange={(chosen) => form.setFieldValue('role', chosen)}
    />
  )
}
