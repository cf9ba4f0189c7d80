// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { PairFields } from '../../ui/PairFields.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { DataFieldInput } from './DataFieldInput.tsx'
import type { WorkerForm } from './WorkerFields.tsx'
import { fixedBy, type DataSetup } from './workerValues.ts'

/** The custom user data of a worker: her profile, what the project asks for, and what else is known. */
export function UserDataInputs({ form, setup }: { form: WorkerForm; setup: DataSetup }) {
  const t = useT()
  const { profileId, answers, others } = form.values
  const fixed = fixedBy(profileId, setup)
  return (
    <>
      {setup.profiles.length > 0 && (
        <SelectField
          label={t('editWorker.profile')}
          description={t('editWorker.profile.help')}
          options={[
            { value: '', label: t('editWorker.profile.none') },
            ...setup.profiles.map((each) => ({ value: each.profileId, label: each.name })),
          ]}
          value={profileId}
          onChange={(value) => form.setFieldValue('profileId', value)}
        />
      )}
      {setup.fields.map((field) => (
        <DataFieldInput
          key={field.slug}
          field={field}
          fixed={fixed[field.slug]}
          value={answers[field.slug] ?? ''}
          error={form.errors[`answers.${field.slug}`]}
          onChange={(value) => {
            form.clearFieldError(`answers.${field.slug}`)
            form.setFieldValue('answers', { ...answers, [field.slug]: value })
          }}
        />
      ))}
      <PairFields
        legend={t('editWorker.otherData')}
        pairs={others}
        onChange={(pairs) => form.setFieldValue('others', pairs)}
      />
    </>
  )
}
