// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { useSessionNames } from '../cases/useNames.ts'
import { rowsOf, tableOf, useLookupTables } from '../designer/useLookupTables.ts'
import { withValue, type Owner } from '../document/appDocument.ts'
import { objectOf, textOf } from '../document/json.ts'
import { useEditing, useValue } from '../editing/EditingContext.tsx'
import { ConditionField, NameField } from '../settings/ValueFields.tsx'

/** Where the choices of a field come from: a lookup table, or any list that the phone has. */
export function SearchChoices({ owner, keys }: { owner: Owner; keys: string[] }) {
  const t = useT()
  const editing = useEditing()
  const names = useSessionNames()
  const tables = useLookupTables()
  const [value] = useValue(owner, ...keys)
  const chosen = tableOf(textOf(objectOf(value)['nodeset']))
  const fields = tables.find(({ tag }) => tag === chosen)?.fields ?? []
  const choose = (tag: string) => {
    const [first = 'id', second = first] = tables.find((each) => each.tag === tag)?.fields ?? []
    const itemset = {
      ...objectOf(value),
      instance_id: `item-list:${tag}`,
      instance_uri: `jr://fixture/item-list:${tag}`,
      nodeset: rowsOf(tag),
      value: first,
      label: second,
      sort: second,
    }
    editing.changeDocument((app) => withValue(app, owner, keys, itemset))
  }
  const place = (name: string) => ({ owner, keys: [...keys, name], names: fields })
  return (
    <>
      <SelectField
        label={t('question.itemset.table')}
        options={[
          { value: '', label: t('question.itemset.other') },
          ...tables.map(({ tag }) => ({ value: tag, label: tag })),
        ]}
        value={tables.some(({ tag }) => tag === chosen) ? chosen : ''}
        onChange={(tag) => tag && choose(tag)}
      />
      <ConditionField
        owner={owner}
        keys={[...keys, 'nodeset']}
        label="question.itemset.nodeset"
        help="question.itemset.nodeset.help"
        names={names}
      />
      <NameField {...place('value')} label="question.itemset.value" />
      <NameField {...place('label')} label="question.itemset.label" />
      <NameField {...place('sort')} label="question.itemset.sort" />
    </>
  )
}
