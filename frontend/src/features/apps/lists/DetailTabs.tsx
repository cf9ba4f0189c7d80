// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { useSessionNames } from '../cases/useNames.ts'
import { idOf, menusOf, saidIn, withValue, type Menu, type Owner } from '../document/appDocument.ts'
import { at, objectsOf, textOf, type JsonObject } from '../document/json.ts'
import { useAppDocument, useEditing, useLanguages } from '../editing/EditingContext.tsx'
import { PartsList } from '../settings/PartsList.tsx'
import { ConditionField, FlagField, NameField, TextsField } from '../settings/ValueFields.tsx'
import type { Completion } from '../xform/completions.ts'
import { startOf } from './tabs.ts'

/** The tabs of a case's page: each has the lines from one on, up to those of the next tab. */
export function DetailTabs({ menu, names }: { menu: Menu; names: readonly Completion[] }) {
  const t = useT()
  const owner: Owner = { kind: 'menu', id: idOf(menu) }
  const app = useAppDocument()
  const caseTypes = [...new Set(menusOf(app).map((each) => textOf(each['case_type'])))]
  const session = useSessionNames()
  const page = at(menu, 'case_details', 'long')
  const tabs = objectsOf(at(page, 'tabs'))
  const columns = objectsOf(at(page, 'columns'))
  const [first] = tabs
  const lost = first ? startOf(first) : 0
  const next = Math.max(0, ...tabs.map((tab) => startOf(tab) + 1))
  return (
    <Panel spaced title={t('tabs.title')}>
      {lost > 0 && <Text>{t('tabs.lost', { count: lost })}</Text>}
      <PartsList
        owner={owner}
        keys={['case_details', 'long', 'tabs']}
        name="tabs.tab"
        add="tabs.add"
        none="tabs.none"
        fresh={() => ({
          header: {},
          starting_index: Math.min(next, Math.max(columns.length - 1, 0)),
          has_nodeset: false,
        })}
      >
        {(tab, keys) => (
          <>
            <TextsField owner={owner} keys={[...keys, 'header']} label="tabs.header" />
            <FirstLine owner={owner} keys={keys} tab={tab} columns={columns} />
            <ConditionField
              owner={owner}
              keys={[...keys, 'relevant']}
              label="question.relevant"
              names={names}
            />
            <FlagField owner={owner} keys={[...keys, 'has_nodeset']} label="tabs.lists" />
            {tab['has_nodeset'] === true && (
              <>
                <NameField
                  owner={owner}
                  keys={[...keys, 'nodeset_case_type']}
                  label="tabs.caseType"
                  help="tabs.caseType.help"
                  names={caseTypes.filter(Boolean)}
                />
                <ConditionField
                  owner={owner}
                  keys={[...keys, 'nodeset']}
                  label="tabs.nodeset"
                  help="tabs.nodeset.help"
                  names={session}
                />
                <ConditionField
                  owner={owner}
                  keys={[...keys, 'nodeset_filter']}
                  label="lists.filter.expression"
                  names={session}
                />
              </>
            )}
          </>
        )}
      </PartsList>
    </Panel>
  )
}

type LineProps = { owner: Owner; keys: string[]; tab: JsonObject; columns: readonly JsonObject[] }

function FirstLine({ owner, keys, tab, columns }: LineProps) {
  const t = useT()
  const editing = useEditing()
  const languages = useLanguages()
  const start = startOf(tab)
  const options = columns.map((column, index) => ({
    value: String(index),
    label: `${index + 1}: ${saidIn(column['header'], languages) || textOf(column['field'])}`,
  }))
  const value = String(start)
  return (
    <SelectField
      label={t('tabs.start')}
      options={
        options.some((option) => option.value === value)
          ? options
          : [...options, { value, label: String(start + 1) }]
      }
      value={value}
      onChange={(next) =>
        editing.changeDocument((app) =>
          withValue(app, owner, [...keys, 'starting_index'], Number(next)),
        )
      }
    />
  )
}
