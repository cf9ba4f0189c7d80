// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { propertiesOf } from '../cases/properties.ts'
import { idOf, type AppForm, type Menu, type Owner } from '../document/appDocument.ts'
import { textOf } from '../document/json.ts'
import { useAppDocument } from '../editing/EditingContext.tsx'
import { MediaFields } from '../media/MediaFields.tsx'
import { ChoiceField, ConditionField, FlagField, NoteField, TextsField } from './ValueFields.tsx'

/** What a form is called, when it is shown and where it leads. */
export function FormSettings({ form, menu }: { form: AppForm; menu: Menu }) {
  const t = useT()
  const app = useAppDocument()
  const owner: Owner = { kind: 'form', id: idOf(form) }
  const takesCase = form['requires'] === 'case'
  const properties = takesCase ? propertiesOf(app, textOf(menu['case_type'])) : []
  const names = properties.map((name) => ({
    text: `#case/${name}`,
    note: textOf(menu['case_type']),
    kind: 'property' as const,
  }))
  return (
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
        options={[
          { value: 'default', label: t('form.after.default') },
          { value: 'root', label: t('form.after.root') },
          { value: 'parent_module', label: t('form.after.parent') },
          { value: 'module', label: t('form.after.module') },
          { value: 'previous_screen', label: t('form.after.previous') },
        ]}
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
  )
}
