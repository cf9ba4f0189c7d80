// SPDX-License-Identifier: Apache-2.0
import { useForm } from '@mantine/form'
import { useMutation } from 'urql'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { EditForm } from '../../../../ui/form/EditForm.tsx'
import { problemsOf } from '../../../../ui/form/problemsOf.ts'
import { showToast } from '../../../../ui/toast/toasts.ts'
import { audienceInput } from './audience.ts'
import { AudienceFields, type Audience } from './AudienceFields.tsx'
import { WidenRollout as Widen } from './rolloutDocuments.ts'

type Props = {
  rolloutId: string
  audience: Audience
  onClose: () => void
  onWidened: () => void
}

/** Gives the version to more. */
export function WidenRollout({ rolloutId, audience, onClose, onWidened }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, widen] = useMutation(Widen)
  const form = useForm<{ audience: Audience }>({ initialValues: { audience } })
  return (
    <Dialog title={t('rollout.widen')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('rollout.widen')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const { data, error } = await widen({
            input: { project, rolloutId, ...audienceInput(values.audience) },
          })
          const problems = problemsOf(t, error, data?.widenAppRollout.userErrors)
          if (problems) return problems
          form.resetDirty()
          showToast(t('rollout.widened'))
          onWidened()
          onClose()
          return undefined
        }}
      >
        <AudienceFields
          audience={form.values.audience}
          onChange={(value) => form.setFieldValue('audience', value)}
        />
      </EditForm>
    </Dialog>
  )
}
