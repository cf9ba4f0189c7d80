// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSearchParams } from 'react-router'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EditForm } from '../../../ui/form/EditForm.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { idOf, menusOf } from '../document/appDocument.ts'
import { isCaseType } from '../cases/caseNames.ts'
import { useEditing } from '../editing/EditingContext.tsx'

/** Asks for the name of a menu and what its forms are about. */
export function NewMenu({ onClose }: { onClose: () => void }) {
  const t = useT()
  const editing = useEditing()
  const [, setParams] = useSearchParams()
  const form = useForm({
    initialValues: { name: '', about: 'cases', caseType: '' },
    validate: {
      name: (name) => (name.trim() ? null : t('builder.name.missing')),
      caseType: (type, { about }) =>
        about === 'cases' && !isCaseType(type) ? t('menu.caseType.invalid') : null,
    },
  })
  return (
    <Dialog title={t('builder.addMenu')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('builder.addMenu')}
        onCancel={onClose}
        onSubmit={async ({ name, about, caseType }) => {
          const before = new Set(menusOf(editing.draft.document).map(idOf))
          const type = about === 'cases' ? caseType : ''
          const problem = await editing.doNow({ addMenu: { name: name.trim(), caseType: type } })
          if (problem) return [{ field: null, message: problem }]
          form.resetDirty()
          const added = menusOf(editing.draft.document).find((menu) => !before.has(idOf(menu)))
          onClose()
          if (added) setParams({ menu: idOf(added) })
          return undefined
        }}
      >
        <TextInput
          label={t('builder.name')}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <SelectField
          label={t('menu.about')}
          options={[
            { value: 'cases', label: t('menu.about.cases') },
            { value: 'nothing', label: t('menu.about.surveys') },
          ]}
          value={form.values.about}
          onChange={(about) => form.setFieldValue('about', about)}
        />
        {form.values.about === 'cases' && (
          <TextInput
            label={t('menu.caseType')}
            description={t('menu.caseType.help')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps('caseType')}
          />
        )}
      </EditForm>
    </Dialog>
  )
}
