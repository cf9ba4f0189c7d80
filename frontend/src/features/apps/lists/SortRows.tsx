// SPDX-License-Identifier: Apache-2.0
import { Group, Stack } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { Owner } from '../document/appDocument.ts'
import { PartsList } from '../settings/PartsList.tsx'
import { ChoiceField, ConditionField, TextsField } from '../settings/ValueFields.tsx'
import type { Completion } from '../xform/completions.ts'
import { sortTypes } from './formats.ts'

type Props = {
  owner: Owner
  keys: string[]
  properties: readonly string[]
  names: readonly Completion[]
}

/** By what a case list is sorted, the first thing first. */
export function SortRows({ owner, keys, properties, names }: Props) {
  const t = useT()
  return (
    <PartsList
      owner={owner}
      keys={keys}
      name="sort.element"
      add="sort.add"
      none="sort.none"
      ordered
      fresh={() => ({ field: properties[0] ?? 'name', type: 'string', direction: 'ascending' })}
    >
      {(_, element) => (
        <>
          <Group align="flex-end">
            <ChoiceField
              owner={owner}
              keys={[...element, 'field']}
              label="cases.property"
              usual={properties[0] ?? 'name'}
              options={properties.map((each) => ({ value: each, label: each }))}
            />
            <ChoiceField
              owner={owner}
              keys={[...element, 'type']}
              label="sort.type"
              usual="string"
              options={Object.entries(sortTypes).map(([value, label]) => ({
                value,
                label: t(label),
              }))}
            />
            <ChoiceField
              owner={owner}
              keys={[...element, 'direction']}
              label="sort.direction"
              usual="ascending"
              options={[
                { value: 'ascending', label: t('sort.ascending') },
                { value: 'descending', label: t('sort.descending') },
              ]}
            />
            <ChoiceField
              owner={owner}
              keys={[...element, 'blanks']}
              label="sort.blanks"
              usual=""
              options={[
                { value: '', label: t('sort.blanks.usual') },
                { value: 'first', label: t('sort.blanks.first') },
                { value: 'last', label: t('sort.blanks.last') },
              ]}
            />
          </Group>
          <details>
            <summary>{t('sort.more')}</summary>
            <Stack mt="md" gap="sm">
              <TextsField
                owner={owner}
                keys={[...element, 'display']}
                label="sort.display"
                help="sort.display.help"
              />
              <ConditionField
                owner={owner}
                keys={[...element, 'sort_calculation']}
                label="sort.calculation"
                help="sort.calculation.help"
                names={names}
              />
            </Stack>
          </details>
        </>
      )}
    </PartsList>
  )
}
