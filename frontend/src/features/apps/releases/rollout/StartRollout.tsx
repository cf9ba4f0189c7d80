// SPDX-License-Identifier: Apache-2.0
import { NumberInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from 'urql'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { EditForm } from '../../../../ui/form/EditForm.tsx'
import { problemsOf } from '../../../../ui/form/problemsOf.ts'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { showToast } from '../../../../ui/toast/toasts.ts'
import { audienceInput } from './audience.ts'
import { AudienceFields, type Audience } from './AudienceFields.tsx'
import { StartRollout as Start, type RolloutApp } from './rolloutDocuments.ts'

type Props = {
  versions: RolloutApp['versions']['nodes']
  onClose: () => void
  onStarted: () => void
}

type Values = { buildId: string; audience: Audience; errorLimit: number | '' }

/** Asks which version goes to whom first. */
export function StartRollout({ versions, onClose, onStarted }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, start] = useMutation(Start)
  const form = useForm<Values>({
    initialValues: {
      buildId: versions[0]?.buildId ?? '',
      audience: { percent: 10, groups: [], locations: [] },
      errorLimit: 5,
    },
  })
  const { buildId, audience, errorLimit } = form.values
  return (
    <Dialog title={t('rollout.start')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('rollout.start.submit')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const { data, error } = await start({
            input: {
              project,
              buildId: values.buildId,
              ...audienceInput(values.audience),
              errorLimit: values.errorLimit === '' ? null : values.errorLimit,
            },
          })
          const problems = problemsOf(t, error, data?.startAppRollout.userErrors)
          if (problems) return problems
          form.resetDirty()
          showToast(t('rollout.started'))
          onStarted()
          onClose()
          return undefined
        }}
      >
        <SelectField
          label={t('rollout.version')}
          options={versions.map((version) => ({
            value: version.buildId,
            label: `${version.number} ${version.comment.split('\n')[0] ?? ''}`.trim(),
          }))}
          value={buildId}
          onChange={(value) => form.setFieldValue('buildId', value)}
        />
        <AudienceFields
          audience={audience}
          onChange={(value) => form.setFieldValue('audience', value)}
        />
        <NumberInput
          label={t('rollout.limit')}
          description={t('rollout.limit.help')}
          min={0}
          max={100}
          clampBehavior="strict"
          allowDecimal={false}
          suffix=" %"
          value={errorLimit}
          onChange={(value) => form.setFieldValue('errorLimit', value === '' ? '' : Number(value))}
        />
      </EditForm>
    </Dialog>
  )
}
