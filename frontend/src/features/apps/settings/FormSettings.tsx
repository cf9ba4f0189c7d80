// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useSessionNames } from '../cases/useNames.ts'
import { idOf, type AppForm, type Menu, type Owner } from '../document/appDocument.ts'
import { caseTypeOf } from '../document/shownForms.ts'
import { useAppDocument } from '../editing/EditingContext.tsx'
import { MediaFields } from '../media/MediaFields.tsx'
import { useWorkflows } from '../navigation/useWorkflows.ts'
import { ChoiceField, ConditionField, FlagField, NoteField, TextsField } from './ValueFields.tsx'

const FormLinks = lazy(async () => ({
  default: (await import('../navigation/FormLinks.tsx')).FormLinks,
}))

/** What a form is called, when it is shown and where it leads. */
export function FormSettings({ form, menu }: { form: AppForm; menu: Menu }) {
  const t = useT()
  const app = useAppDocument()
  const owner: Owner = { kind: 'form', id: idOf(form) }
  const workflows = useWorkflows()
  const names = useSessionNames(form['requires'] === 'case' ? caseTypeOf(app, menu) : '')
  return (
    <Stack gap="lg">
      <Panel spaced>
        <TextsField owner={owner} keys={['name']} label="builder.name" />
        <ConditionField
          owner={owner}
          keys={['form_filter']}
          label="form.filter"
          help="form.filter.help"
          names={names}
        />
        <ChoiceField
          owner={owner}
          keys={['post_form_workflow']}
          label="form.after"
          usual="default"
          options={[...workflows, { value: 'form', label: t('form.after.link') }]}
        />
        <TextsField owner={owner} keys={['submit_label']} label="form.submitLabel" />
        <FlagField owner={owner} keys={['auto_gps_capture']} label="form.gps" />
        <MediaFields owner={owner} keys={['media_image']} kind="image" label="menu.icon" />
        <MediaFields owner={owner} keys={['media_audio']} kind="audio" label="menu.audio" />
        <NoteField
          owner={owner}
          keys={['comment']}
          label="question.comment"
          help="question.comment.help"
        />
      </Panel>
      {form['post_form_workflow'] === 'form' && (
        <Suspense>
          <FormLinks form={form} menu={menu} />
        </Suspense>
      )}
    </Stack>
  )
}
