// SPDX-License-Identifier: Apache-2.0
import { Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from 'urql'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { objectOf, type Pair } from '../../../lib/text/pairs.ts'
import { stringsOf } from '../../../lib/text/stringsOf.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EditForm } from '../../../ui/form/EditForm.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { PairFields } from '../../../ui/PairFields.tsx'
import { showToast } from '../../../ui/toast/toasts.ts'
import { changedProperties } from './changedProperties.ts'
import { touches, UpdateCase, type Edited } from './updateCase.ts'

type Values = { name: string; properties: Record<string, string>; more: Pair[] }
type Props = { case: Edited; onClose: () => void }

/** Changes the name and the properties of a case; what was not touched stays as others leave it meanwhile. */
export function EditCase({ case: edited, onClose }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, updateCase] = useMutation(UpdateCase)
  const before = stringsOf(edited.properties)
  const form = useForm<Values>({
    initialValues: { name: edited.name, properties: before, more: [] },
    validate: { name: (value) => (value.trim() ? null : t('editCase.name.missing')) },
  })
  const save = async ({ name, properties, more }: Values) => {
    const input = {
      project,
      caseId: edited.caseId,
      name: name === edited.name ? null : name.trim(),
      properties: changedProperties(before, { ...properties, ...objectOf(more) }),
    }
    const { data, error } = await updateCase({ input }, touches)
    const problems = problemsOf(t, error, data?.updateCase.userErrors)
    if (problems) return problems
    showToast(t('editCase.done'))
    onClose()
    return undefined
  }
  return (
    <Dialog title={t('editCase.title', { name: edited.name })} onClose={onClose}>
      <EditForm form={form} submitLabel={t('editCase.submit')} onSubmit={save} onCancel={onClose}>
        <Stack gap="sm">
          <TextInput label={t('editCase.name')} required {...form.getInputProps('name')} />
          {Object.keys(before)
            .toSorted((a, b) => a.localeCompare(b))
            .map((name) => (
              <TextInput
                key={name}
                label={name}
                value={form.values.properties[name] ?? ''}
                onChange={(event) =>
                  form.setFieldValue('properties', {
                    ...form.values.properties,
                    [name]: event.currentTarget.value,
                  })
                }
              />
            ))}
          <PairFields
            legend={t('editCase.more')}
            pairs={form.values.more}
            onChange={(more) => form.setFieldValue('more', more)}
          />
        </Stack>
      </EditForm>
    </Dialog>
  )
}
