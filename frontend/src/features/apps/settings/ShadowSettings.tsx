// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Fieldset, Stack } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import {
  formsOf,
  idOf,
  isMenuOfForms,
  menusOf,
  saidIn,
  type Menu,
  type Owner,
} from '../document/appDocument.ts'
import { listOf, textOf } from '../document/json.ts'
import { sourceOf } from '../document/shownForms.ts'
import { useAppDocument, useLanguages, useValue } from '../editing/EditingContext.tsx'
import { ChoiceField } from './ValueFields.tsx'

/** Whose forms a shadow menu shows, and which of them. */
export function ShadowSettings({ menu }: { menu: Menu }) {
  const t = useT()
  const app = useAppDocument()
  const languages = useLanguages()
  const owner: Owner = { kind: 'menu', id: idOf(menu) }
  const [value, set] = useValue(owner, 'excluded_form_ids')
  const excluded = listOf(value).map(textOf)
  const source = sourceOf(app, menu)
  return (
    <Panel spaced title={t('menu.shadow')}>
      <ChoiceField
        owner={owner}
        keys={['source_module_id']}
        label="menu.source"
        help="menu.source.help"
        usual=""
        options={[
          { value: '', label: t('menu.source.choose') },
          ...menusOf(app)
            .filter(isMenuOfForms)
            .map((each) => ({ value: idOf(each), label: saidIn(each['name'], languages) })),
        ]}
      />
      {source && formsOf(source).length > 0 && (
        <Fieldset legend={t('menu.shown')}>
          <Stack gap="xs">
            {formsOf(source).map((form) => (
              <Checkbox
                key={idOf(form)}
                label={saidIn(form['name'], languages)}
                checked={!excluded.includes(idOf(form))}
                onChange={(event) =>
                  set(
                    event.currentTarget.checked
                      ? excluded.filter((id) => id !== idOf(form))
                      : [...excluded, idOf(form)],
                  )
                }
              />
            ))}
          </Stack>
        </Fieldset>
      )}
    </Panel>
  )
}
