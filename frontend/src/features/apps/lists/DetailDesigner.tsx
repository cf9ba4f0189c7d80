// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Text } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useNamesInCase, useProperties } from '../cases/useNames.ts'
import { CompletingText } from '../designer/CompletingText.tsx'
import { idOf, withValue, type Menu, type Owner } from '../document/appDocument.ts'
import { at, objectOf, objectsOf, textOf, type Json, type JsonObject } from '../document/json.ts'
import { caseTypeOf } from '../document/shownForms.ts'
import { useAppDocument, useEditing, useLanguages } from '../editing/EditingContext.tsx'
import { ColumnFields } from './ColumnFields.tsx'
import { SortRows } from './SortRows.tsx'
import { withoutColumn } from './tabs.ts'

const ListOptions = lazy(async () => ({
  default: (await import('./ListOptions.tsx')).ListOptions,
}))
const TableFirst = lazy(async () => ({ default: (await import('./TableFirst.tsx')).TableFirst }))
const DetailTabs = lazy(async () => ({ default: (await import('./DetailTabs.tsx')).DetailTabs }))

type Props = { menu: Menu; kind: 'short' | 'long' }

/** The columns of a case list, or the lines of a case's detail, with their order and filter. */
export function DetailDesigner({ menu, kind }: Props) {
  const t = useT()
  const editing = useEditing()
  const languages = useLanguages()
  const menuId = idOf(menu)
  const owner: Owner = { kind: 'menu', id: menuId }
  const detail = objectOf(at(menu['case_details'], kind))
  const columns = objectsOf(detail['columns'])
  const caseType = caseTypeOf(useAppDocument(), menu)
  const names = useNamesInCase(caseType)
  const properties = ['name', ...useProperties(caseType).properties, 'date_opened', '#owner_name']
  const set = (key: string, value: Json, mark: string | null = null) =>
    editing.changeDocument(
      (before) => withValue(before, owner, ['case_details', kind, key], value),
      mark && `${menuId} ${kind} ${mark}`,
    )
  const setColumns = (next: JsonObject[], mark: string | null = null) => set('columns', next, mark)
  const change = (index: number, part: JsonObject, mark: string) =>
    setColumns(
      columns.map((column, place) => (place === index ? { ...column, ...part } : column)),
      `${index} ${mark}`,
    )
  const move = (from: number, to: number) => {
    const [column] = columns.slice(from, from + 1)
    if (column) setColumns(columns.toSpliced(from, 1).toSpliced(to, 0, column))
  }
  const remove = (index: number) =>
    editing.changeDocument((before) =>
      withValue(before, owner, ['case_details', kind], withoutColumn(detail, index)),
    )
  const used = new Set(columns.map((column) => textOf(column['field'])))
  const add = () => {
    const field = properties.find((property) => !used.has(property)) ?? 'name'
    const header = Object.fromEntries(languages.slice(0, 1).map((code) => [code, titleOf(field)]))
    setColumns([...columns, { model: 'case', field, header, format: 'plain' }])
  }
  return (
    <Stack gap="lg">
      <Panel spaced title={t(kind === 'short' ? 'lists.columns' : 'lists.lines')}>
        {columns.length === 0 && <Text c="dimmed">{t('lists.none')}</Text>}
        {columns.map((column, index) => (
          <ColumnFields
            // Columns have no name of their own, and two may show the same property.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            number={index + 1}
            column={column}
            properties={properties}
            names={names}
            languages={languages}
            onChange={(part, mark) => change(index, part, mark)}
            onUp={index > 0 ? () => move(index, index - 1) : undefined}
            onDown={index < columns.length - 1 ? () => move(index, index + 1) : undefined}
            onRemove={() => remove(index)}
          />
        ))}
        <div>
          <Button variant="default" onClick={add}>
            {t('lists.add')}
          </Button>
        </div>
      </Panel>
      {kind === 'short' && (
        <>
          <Panel spaced title={t('lists.sort')}>
            <SortRows
              owner={owner}
              keys={['case_details', kind, 'sort_elements']}
              properties={properties}
              names={names}
            />
          </Panel>
          <Panel spaced title={t('lists.filter')}>
            <CompletingText
              label={t('lists.filter.expression')}
              description={t('lists.filter.help')}
              names={names}
              value={textOf(detail['filter'])}
              onChange={(filter) => set('filter', filter, 'filter')}
            />
          </Panel>
          <Suspense>
            <ListOptions menu={menu} properties={properties} />
            <TableFirst menu={menu} />
          </Suspense>
        </>
      )}
      {kind === 'long' && (
        <Suspense>
          <DetailTabs menu={menu} names={names} />
        </Suspense>
      )}
    </Stack>
  )
}

/** `date_opened` is `Date opened`. */
function titleOf(field: string): string {
  const words = field.replaceAll(/[#_/-]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
