// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useNamesInCase, useProperties, useSessionNames } from '../cases/useNames.ts'
import { idOf, type Menu, type Owner } from '../document/appDocument.ts'
import { at } from '../document/json.ts'
import { caseTypeOf } from '../document/shownForms.ts'
import { useAppDocument } from '../editing/EditingContext.tsx'
import { PartsList } from '../settings/PartsList.tsx'
import {
  ConditionField,
  FlagField,
  LineField,
  NameField,
  TextsField,
  WordsField,
} from '../settings/ValueFields.tsx'
import { SearchField } from './SearchField.tsx'

const config = 'search_config'

/** How cases are looked for on the server from a case list, and which of those that are found are given to the phone. */
export function SearchPanel({ menu }: { menu: Menu }) {
  const t = useT()
  const owner: Owner = { kind: 'menu', id: idOf(menu) }
  const caseType = caseTypeOf(useAppDocument(), menu)
  const { properties } = useProperties(caseType)
  const names = useSessionNames()
  const inCase = useNamesInCase(caseType)
  const known = ['name', ...properties]
  return (
    <Stack gap="lg">
      <Panel spaced title={t('search.fields')}>
        <PartsList
          owner={owner}
          keys={[config, 'properties']}
          name="search.field"
          add="search.field.add"
          none="search.fields.none"
          ordered
          fresh={() => ({ name: '', label: {}, input_: '' })}
        >
          {(field, keys) => (
            <SearchField owner={owner} keys={keys} field={field} menu={menu} properties={known} />
          )}
        </PartsList>
      </Panel>
      <Panel spaced title={t('search.defaults')}>
        <PartsList
          owner={owner}
          keys={[config, 'default_properties']}
          name="search.default"
          add="search.default.add"
          none="search.defaults.none"
          fresh={() => ({ property: '', defaultValue: '' })}
        >
          {(_, keys) => (
            <>
              <NameField
                owner={owner}
                keys={[...keys, 'property']}
                label="cases.property"
                names={known}
              />
              <ConditionField
                owner={owner}
                keys={[...keys, 'defaultValue']}
                label="search.default.value"
                help="search.value.help"
                names={names}
              />
            </>
          )}
        </PartsList>
      </Panel>
      <Panel spaced title={t('search.behaviour')}>
        <FlagField owner={owner} keys={[config, 'auto_launch']} label="search.autoLaunch" />
        <FlagField
          owner={owner}
          keys={[config, 'default_search']}
          label="search.defaultSearch"
          help="search.defaultSearch.help"
        />
        <FlagField owner={owner} keys={[config, 'dynamic_search']} label="search.dynamic" />
        <FlagField owner={owner} keys={[config, 'search_on_clear']} label="search.onClear" />
        <FlagField
          owner={owner}
          keys={[config, 'inline_search']}
          label="search.inline"
          help="search.inline.help"
        />
        {at(menu, config, 'inline_search') === true && (
          <LineField
            owner={owner}
            keys={[config, 'instance_name']}
            label="search.instance"
            help="search.instance.help"
          />
        )}
        <ConditionField
          owner={owner}
          keys={[config, 'search_button_display_condition']}
          label="search.buttonCondition"
          names={names}
        />
        <TextsField owner={owner} keys={[config, 'search_label', 'label']} label="search.label" />
        <TextsField
          owner={owner}
          keys={[config, 'search_again_label', 'label']}
          label="search.again"
        />
        <TextsField owner={owner} keys={[config, 'title_label']} label="search.titleLabel" />
        <TextsField owner={owner} keys={[config, 'description']} label="search.description" />
      </Panel>
      <Panel spaced title={t('search.results')}>
        <ConditionField
          owner={owner}
          keys={[config, 'search_filter']}
          label="search.filter"
          help="search.filter.help"
          names={inCase}
        />
        <ConditionField
          owner={owner}
          keys={[config, 'additional_relevant']}
          label="search.claim"
          help="search.claim.help"
          names={names}
        />
        <ConditionField
          owner={owner}
          keys={[config, 'blacklisted_owner_ids_expression']}
          label="search.owners"
          help="search.owners.help"
          names={names}
        />
        <WordsField
          owner={owner}
          keys={[config, 'additional_case_types']}
          label="search.types"
          help="search.types.help"
        />
        <NameField
          owner={owner}
          keys={[config, 'custom_related_case_property']}
          label="search.related"
          help="search.related.help"
          names={properties}
        />
        <FlagField
          owner={owner}
          keys={[config, 'include_all_related_cases']}
          label="search.allRelated"
        />
      </Panel>
    </Stack>
  )
}
