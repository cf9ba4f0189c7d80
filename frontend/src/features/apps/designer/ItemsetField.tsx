// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { expressionOf } from '../xform/expressions.ts'
import type { Itemset } from '../xform/form.ts'
import { ExpressionField } from './ExpressionField.tsx'
import type { FieldProps } from './QuestionPanel.tsx'

const TablesQuery = graphql(`
  query BuilderLookupTables($project: String!) {
    project(name: $project) {
      id
      lookupTables(first: 100) {
        nodes {
          tableId
          tag
          fields {
            name
          }
        }
      }
    }
  }
`)

/** Where the choices come from: a lookup table, or any list that the phone has. */
export function ItemsetField(props: FieldProps) {
  const { form, question, change } = props
  const t = useT()
  const { name: project } = useProject()
  const [{ data }] = useQuery({ query: TablesQuery, variables: { project } })
  const tables = data?.project?.lookupTables.nodes ?? []
  const { itemset } = question
  if (!itemset) return null
  const set = (part: Partial<Itemset>, field: string) =>
    change({ itemset: { ...itemset, ...part } }, `itemset ${field}`)
  const chosen = /^instance\('item-list:([^']+)'\)/.exec(itemset.nodeset.expanded)?.[1] ?? ''
  const fields = tables.find(({ tag }) => tag === chosen)?.fields.map(({ name }) => name) ?? []
  const choose = (tag: string) => {
    const names = tables.find((table) => table.tag === tag)?.fields.map(({ name }) => name) ?? []
    const [first = 'id', second = first] = names
    const nodeset = `instance('item-list:${tag}')/${tag}_list/${tag}`
    set(
      { nodeset: expressionOf(nodeset, form), value: first, label: second, sort: '' },
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
