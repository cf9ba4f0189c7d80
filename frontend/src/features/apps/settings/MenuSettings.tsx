// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { isCaseType } from '../cases/caseNames.ts'
import { useSessionNames } from '../cases/useNames.ts'
import {
  formsOf,
  idOf,
  kindOf,
  menusOf,
  saidIn,
  type Menu,
  type Owner,
} from '../document/appDocument.ts'
import { at, textOf } from '../document/json.ts'
import { caseTypeOf, isShadow } from '../document/shownForms.ts'
import { useAppDocument, useLanguages } from '../editing/EditingContext.tsx'
import { MediaFields } from '../media/MediaFields.tsx'
import { ShadowSettings } from './ShadowSettings.tsx'
import {
  ChoiceField,
  ConditionField,
  FlagField,
  LineField,
  NoteField,
  TextsField,
} from './ValueFields.tsx'

/** What a menu is called, what it is about, where it stands and when it is shown. */
export function MenuSettings({ menu }: { menu: Menu }) {
  const t = useT()
  const app = useAppDocument()
  const languages = useLanguages()
  const owner: Owner = { kind: 'menu', id: idOf(menu) }
  const shadow = isShadow(menu)
  const type = caseTypeOf(app, menu)
  const names = useSessionNames()
  const called = (part: Menu) => ({ value: idOf(part), label: saidIn(part['name'], languages) })
  // A child menu has no children of its own (spec 10, 3).
  const parents = menusOf(app).filter(
    (each) => idOf(each) !== idOf(menu) && !each['root_module_id'],
  )
  const registrations = menusOf(app)
    .filter((each) => each['case_type'] === type)
    .flatMap((each) => formsOf(each).filter((form) => kindOf(each, form) === 'REGISTRATION'))
  return (
    <Stack gap="lg">
      <Panel spaced>
        <TextsField owner={owner} keys={['name']} label="builder.name" />
        {!shadow && (
          <LineField
            owner={owner}
            keys={['case_type']}
            label="menu.caseType"
            help="menu.caseType.help"
            check={(text) => (text === '' || isCaseType(text) ? null : t('menu.caseType.invalid'))}
          />
        )}
        <ConditionField
          owner={owner}
          keys={['module_filter']}
          label="menu.filter"
          help="menu.filter.help"
          names={names}
        />
        <ChoiceField
          owner={owner}
          keys={['root_module_id']}
          label="menu.parent"
          usual=""
          options={[{ value: '', label: t('menu.parent.none') }, ...parents.map(called)]}
        />
        <FlagField
          owner={owner}
          keys={['put_in_root']}
          label="menu.inRoot"
          help="menu.inRoot.help"
        />
        <MediaFields owner={owner} keys={['media_image']} kind="image" label="menu.icon" />
        <MediaFields owner={owner} keys={['media_audio']} kind="audio" label="menu.audio" />
        <NoteField
          owner={owner}
          keys={['comment']}
          label="question.comment"
          help="question.comment.help"
        />
      </Panel>
      {shadow && <ShadowSettings menu={menu} />}
      {type && (
        <Panel spaced title={t('menu.caseList')}>
          <FlagField owner={owner} keys={['case_list', 'show']} label="menu.listItem" />
          {at(menu, 'case_list', 'show') === true && (
            <TextsField owner={owner} keys={['case_list', 'label']} label="menu.listItem.label" />
          )}
          <ChoiceField
            owner={owner}
            keys={['case_list_form', 'form_id']}
            label="menu.register"
            usual=""
            options={[{ value: '', label: t('menu.register.none') }, ...registrations.map(called)]}
          />
          {textOf(at(menu, 'case_list_form', 'form_id')) && (
            <TextsField
              owner={owner}
              keys={['case_list_form', 'label']}
              label="menu.register.label"
            />
          )}
          <FlagField owner={owner} keys={['parent_select', 'active']} label="menu.parentSelect" />
          {at(menu, 'parent_select', 'active') === true && (
            <ChoiceField
              owner={owner}
              keys={['parent_select', 'module_id']}
              label="menu.parentSelect.list"
              usual=""
              options={[
                { value: '', label: t('menu.parentSelect.choose') },
                ...menusOf(app)
                  .filter((each) => textOf(each['case_type']) && idOf(each) !== idOf(menu))
                  .map(called),
              ]}
            />
          )}
        </Panel>
      )}
    </Stack>
  )
}
