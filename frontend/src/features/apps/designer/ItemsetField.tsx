// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { expressionOf } from '../xform/expressions.ts'
import type { Itemset } from '../xform/form.ts'
import { ExpressionField } from './ExpressionField.tsx'
import type { FieldProps } from './QuestionPanel.tsx'
import { rowsOf, tableOf, useLookupTables } from './useLookupTables.ts'

/** Where the choices come from: a lookup table, or any list that the phone has. */
export function ItemsetField(props: FieldProps) {
  const { form, question, change } = props
  const t = useT()
  const tables = useLookupTables()
  const { itemset } = question
  if (!itemset) return null
  const set = (part: Partial<Itemset>, field: string) =>
    change({ itemset: { ...itemset, ...part } }, `itemset ${field}`)
  const chosen = tableOf(itemset.nodeset.expanded)
  const fields = tables.find(({ tag }) => tag === chosen)?.fields ?? []
  const choose = (tag: string) => {
    const names = tables.find((table) => table.tag === tag)?.fields ?? []
    const [first = 'id', second = first] = names
    set(
      { nodeset: expressionOf(rowsOf(tag), form), value: first, label: second, sort: '' },
      `table ${tag}`,
    )
  }
  const part = (name: 'value' | 'label' | 'sort', label: string) => (
    <TextInput
      label={label}
      description={
        fields.length > 0 ? t('question.itemset.fields', { fields: fields.join(', ') }) : undefined
      }
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      value={itemset[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value }, name)}
    />
  )
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
      <ExpressionField
        {...props}
        label={t('question.itemset.nodeset')}
        description={t('question.itemset.nodeset.help')}
        expression={itemset.nodeset}
        onChange={(nodeset) => set({ nodeset }, 'nodeset')}
      />
      {part('value', t('question.itemset.value'))}
      {part('label', t('question.itemset.label'))}
      {part('sort', t('question.itemset.sort'))}
    </>
  )
}
