// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useMutation } from 'urql'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { EditForm } from '../../../../ui/form/EditForm.tsx'
import { problemsOf } from '../../../../ui/form/problemsOf.ts'
import { LocationSelect } from '../../../../ui/LocationSelect.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { showToast } from '../../../../ui/toast/toasts.ts'
import { PinRelease, type NamedProfile, type PinKind, type Released } from './pinDocuments.ts'

type Props = {
  kind: PinKind
  versions: readonly Released[]
  profiles: readonly NamedProfile[]
  onClose: () => void
  onPinned: () => void
}

/** Asks which released version is kept to whom. */
export function NewPin({ kind, versions, profiles, onClose, onPinned }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, pin] = useMutation(PinRelease)
  const form = useForm({
    initialValues: {
      buildId: versions[0]?.buildId ?? '',
      placeId: kind === 'PROFILE' ? (profiles[0]?.id ?? '') : '',
    },
    validate: {
      buildId: (id) => (id ? null : t('pins.version.missing')),
      placeId: (id) => (id ? null : t('pins.place.missing')),
    },
  })
  const { buildId, placeId } = form.values
  return (
    <Dialog title={t('pins.add')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('pins.submit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const { data, error } = await pin({ input: { project, kind, ...values } })
          const problems = problemsOf(t, error, data?.pinAppRelease.userErrors)
          if (problems) return problems
          form.resetDirty()
          showToast(t('pins.done'))
          onPinned()
          onClose()
          return undefined
        }}
      >
        <SelectField
          label={t('rollout.version')}
          options={versions.map(({ buildId: value, number, comment }) => ({
            value,
            label: `${number} ${comment.split('\n')[0] ?? ''}`.trim(),
          }))}
          value={buildId}
          error={form.errors['buildId']}
          onChange={(value) => form.setFieldValue('buildId', value)}
        />
        {kind === 'LOCATION' ? (
          <LocationSelect
            label={t('pins.location')}
            value={placeId}
            error={form.errors['placeId']}
            onChange={(value) => form.setFieldValue('placeId', value)}
          />
        ) : (
          <SelectField
            label={t('pins.profile')}
            options={profiles.map(({ id, name }) => ({ value: id, label: name }))}
            value={placeId}
            error={form.errors['placeId']}
            onChange={(value) => form.setFieldValue('placeId', value)}
          />
        )}
      </EditForm>
    </Dialog>
  )
}
