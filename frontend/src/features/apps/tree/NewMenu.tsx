// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useSearchParams } from 'react-router'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EditForm } from '../../../ui/form/EditForm.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { idOf, isMenuOfForms, menusOf, saidIn } from '../document/appDocument.ts'
import { isCaseType } from '../cases/caseNames.ts'
import type { MenuKind } from '../editing/draft.ts'
import { useAppDocument, useEditing, useLanguages } from '../editing/EditingContext.tsx'

const kinds: Record<string, MenuKind> = {
  cases: 'BASIC',
  nothing: 'BASIC',
  several: 'ADVANCED',
  others: 'SHADOW',
}
const ofCases = ['cases', 'several']

/** Asks for the name of a menu and what its forms are about. */
export function NewMenu({ onClose }: { onClose: () => void }) {
  const t = useT()
  const editing = useEditing()
  const languages = useLanguages()
  const sources = menusOf(useAppDocument()).filter(isMenuOfForms)
  const [, setParams] = useSearchParams()
  const form = useForm({
    initialValues: { name: '', about: 'cases', caseType: '', source: '' },
    validate: {
      name: (name) => (name.trim() ? null : t('builder.name.missing')),
      caseType: (type, { about }) =>
        ofCases.includes(about) && !isCaseType(type) ? t('menu.caseType.invalid') : null,
      source: (source, { about }) =>
        about === 'others' && !source ? t('menu.source.missing') : null,
    },
  })
  return (
    <Dialog title={t('builder.addMenu')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('builder.addMenu')}
        onCancel={onClose}
        onSubmit={async ({ name, about, caseType, source }) => {
          const before = new Set(menusOf(editing.draft.document).map(idOf))
          const problem = await editing.doNow({
            addMenu: {
              name: name.trim(),
              kind: kinds[about] ?? 'BASIC',
              caseType: ofCases.includes(about) ? caseType : '',
              ...(about === 'others' && { sourceMenuId: source }),
            },
          })
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
            { value: 'several', label: t('menu.about.several') },
            ...(sources.length > 0 ? [{ value: 'others', label: t('menu.about.others') }] : []),
          ]}
          value={form.values.about}
          onChange={(about) => form.setFieldValue('about', about)}
        />
        {form.values.about === 'others' && (
          <SelectField
            label={t('menu.source')}
            options={[
              { value: '', label: t('menu.source.choose') },
              ...sources.map((menu) => ({
                value: idOf(menu),
                label: saidIn(menu['name'], languages),
              })),
            ]}
            value={form.values.source}
            error={form.errors['source']}
            onChange={(source) => form.setFieldValue('source', source)}
          />
        )}
        {ofCases.includes(form.values.about) && (
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
