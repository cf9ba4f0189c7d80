// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSearchParams } from 'react-router'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EditForm } from '../../../ui/form/EditForm.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { formsOf, idOf, menuOf, menusOf, type FormKind } from '../document/appDocument.ts'
import { textOf } from '../document/json.ts'
import { useAppDocument, useEditing } from '../editing/EditingContext.tsx'

type Props = { menuId: string; onClose: () => void }

/** Asks for the name of a form and what it does. */
export function NewForm({ menuId, onClose }: Props) {
  const t = useT()
  const editing = useEditing()
  const menu = menuOf(useAppDocument(), menuId)
  const [, setParams] = useSearchParams()
  const hasCases = textOf(menu?.['case_type']) !== ''
  const isFirst = menu !== undefined && formsOf(menu).length === 0
  const usual: FormKind = !hasCases ? 'SURVEY' : isFirst ? 'REGISTRATION' : 'FOLLOWUP'
  const form = useForm({
    initialValues: { name: '', kind: usual },
    validate: { name: (name) => (name.trim() ? null : t('builder.name.missing')) },
  })
  const formIds = () => menusOf(editing.draft.document).flatMap(formsOf).map(idOf)
  return (
    <Dialog title={t('builder.addForm')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('builder.addForm')}
        onCancel={onClose}
        onSubmit={async ({ name, kind }) => {
          const before = new Set(formIds())
          const problem = await editing.doNow({ addForm: { menuId, name: name.trim(), kind } })
          if (problem) return [{ field: null, message: problem }]
          form.resetDirty()
          const added = formIds().find((id) => !before.has(id))
          onClose()
          if (added) setParams({ form: added })
          return undefined
        }}
      >
        <TextInput
          label={t('builder.name')}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        {hasCases && (
          <SelectField
            label={t('form.kind')}
            options={[
              { value: 'REGISTRATION', label: t('form.kind.registration') },
              { value: 'FOLLOWUP', label: t('form.kind.followup') },
              { value: 'SURVEY', label: t('form.kind.survey') },
            ]}
            value={form.values.kind}
            onChange={(kind) => form.setFieldValue('kind', kind as FormKind)}
          />
        )}
      </EditForm>
    </Dialog>
  )
}
