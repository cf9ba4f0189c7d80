// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useNamesInCase } from '../cases/useNames.ts'
import { useLookupTables } from '../designer/useLookupTables.ts'
import { idOf, type Menu, type Owner } from '../document/appDocument.ts'
import { at, textOf } from '../document/json.ts'
import { caseTypeOf } from '../document/shownForms.ts'
import { useAppDocument } from '../editing/EditingContext.tsx'
import { ChoiceField, ConditionField, FlagField, NameField } from '../settings/ValueFields.tsx'

/** A row of a lookup table that is chosen before the list, and says which cases are in it. */
export function TableFirst({ menu }: { menu: Menu }) {
  const t = useT()
  const owner: Owner = { kind: 'menu', id: idOf(menu) }
  const names = useNamesInCase(caseTypeOf(useAppDocument(), menu))
  const tables = useLookupTables()
  const chosen = textOf(at(menu, 'fixture_select', 'fixture_type'))
  const fields = tables.find(({ tag }) => tag === chosen)?.fields ?? []
  const place = (key: string) => ({ owner, keys: ['fixture_select', key] })
  return (
    <Panel spaced title={t('tableFirst.title')}>
      <FlagField {...place('active')} label="tableFirst.active" />
      {at(menu, 'fixture_select', 'active') === true && (
        <>
          <ChoiceField
            {...place('fixture_type')}
            label="question.itemset.table"
            usual=""
            options={[
              { value: '', label: t('tableFirst.choose') },
              ...tables.map(({ tag }) => ({ value: tag, label: tag })),
            ]}
          />
          <NameField {...place('display_column')} label="tableFirst.display" names={fields} />
          <NameField {...place('variable_column')} label="tableFirst.value" names={fields} />
          <ConditionField
            {...place('xpath')}
            label="tableFirst.filter"
            help="tableFirst.filter.help"
            names={names}
          />
          <FlagField {...place('localize')} label="tableFirst.localize" />
        </>
      )}
    </Panel>
  )
}
