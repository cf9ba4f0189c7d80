// SPDX-License-Identifier: Apache-2.0
import { Title } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { CasePanel } from './cases/CasePanel.tsx'
import { FormDesigner } from './designer/FormDesigner.tsx'
import { FormTexts } from './designer/FormTexts.tsx'
import { idOf, isBasic, saidIn, type AppForm, type Menu } from './document/appDocument.ts'
import { textOf } from './document/json.ts'
import { useLanguages } from './editing/EditingContext.tsx'
import { ProblemNotes } from './editing/ProblemNotes.tsx'
import { useFormProblems } from './editing/ProblemsContext.tsx'
import { PanelTabs } from './PanelTabs.tsx'
import { FormSettings } from './settings/FormSettings.tsx'

/** One form: its questions, what it does to cases, its languages and settings. */
export function FormPanel({ menu, form }: { menu: Menu; form: AppForm }) {
  const t = useT()
  const languages = useLanguages()
  const formId = idOf(form)
  const problems = useFormProblems(formId)
  const name = saidIn(form['name'], languages)
  return (
    <section aria-label={name}>
      <Title order={2} fz={19} mb="sm">
        {name}
      </Title>
      <ProblemNotes problems={problems.get('') ?? []} />
      <PanelTabs
        label={name}
        tabs={[
          {
            id: 'questions',
            label: t('form.questions'),
            content: () => <FormDesigner formId={formId} />,
          },
          ...(textOf(menu['case_type']) || !isBasic(form)
            ? [
                {
                  id: 'cases',
                  label: t('form.cases'),
                  content: () => <CasePanel menu={menu} form={form} />,
                },
              ]
            : []),
          {
            id: 'languages',
            label: t('form.languages'),
            content: () => <FormTexts formId={formId} />,
          },
          {
            id: 'settings',
            label: t('form.settings'),
            content: () => <FormSettings form={form} menu={menu} />,
          },
        ]}
      />
    </section>
  )
}
