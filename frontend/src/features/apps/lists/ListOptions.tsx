// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { idOf, type Menu, type Owner } from '../document/appDocument.ts'
import { at } from '../document/json.ts'
import { FlagField, NameField, NumberField, TextsField } from '../settings/ValueFields.tsx'

const mostSelected = 100

/** How cases are chosen from the list, and what stays of them on the screen. */
export function ListOptions({ menu, properties }: { menu: Menu; properties: readonly string[] }) {
  const t = useT()
  const owner: Owner = { kind: 'menu', id: idOf(menu) }
  const place = (key: string) => ({ owner, keys: ['case_details', 'short', key] })
  const says = (key: string) => at(menu, 'case_details', 'short', key) === true
  return (
    <Panel spaced title={t('lists.options')}>
      <FlagField
        {...place('multi_select')}
        label="lists.multiSelect"
        help="lists.multiSelect.help"
      />
      {says('multi_select') ? (
        <>
          <NumberField
            {...place('max_select_value')}
            label="lists.maxSelect"
            usual={mostSelected}
          />
          <FlagField {...place('auto_select')} label="lists.autoSelectAll" />
        </>
      ) : (
        <FlagField owner={owner} keys={['auto_select_case']} label="lists.autoSelect" />
      )}
      <FlagField {...place('persist_case_context')} label="lists.persist" />
      {says('persist_case_context') && (
        <NameField
          {...place('persistent_case_context_xml')}
          label="lists.persist.property"
          help="lists.persist.property.help"
          names={['case_name', ...properties]}
        />
      )}
      <FlagField
        owner={owner}
        keys={['lazy_load_case_list_fields']}
        label="lists.lazy"
        help="lists.lazy.help"
      />
      <TextsField {...place('no_items_text')} label="lists.noItems" help="lists.noItems.help" />
      {says('multi_select') && (
        <TextsField
          {...place('select_text')}
          label="lists.selectText"
          help="lists.selectText.help"
        />
      )}
    </Panel>
  )
}
