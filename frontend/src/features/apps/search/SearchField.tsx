// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { useSessionNames } from '../cases/useNames.ts'
import { saidIn, withValue, type Menu, type Owner } from '../document/appDocument.ts'
import { at, objectsOf, textOf, type JsonObject } from '../document/json.ts'
import { useEditing, useLanguages } from '../editing/EditingContext.tsx'
import { PartsList } from '../settings/PartsList.tsx'
import {
  ChoiceField,
  ConditionField,
  FlagField,
  NameField,
  TextsField,
} from '../settings/ValueFields.tsx'
import { SearchChoices } from './SearchChoices.tsx'
import { freshKey, hasChoices, kindOf, kinds, withKind } from './kinds.ts'

type Props = {
  owner: Owner
  keys: string[]
  field: JsonObject
  menu: Menu
  properties: readonly string[]
}

/** One field of a search: which property it asks for, how it is answered and what it takes for an answer. */
export function SearchField({ owner, keys, field, menu, properties }: Props) {
  const t = useT()
  const editing = useEditing()
  const languages = useLanguages()
  const names = useSessionNames()
  const kind = kindOf(field)
  const fields = objectsOf(at(menu, 'search_config', 'properties'))
  const headings = fields.filter((each) => each['is_group'] === true)
  const place = (...rest: string[]) => ({ owner, keys: [...keys, ...rest] })
  const kindField = (
    <SelectField
      label={t('search.kind')}
      options={[
        ...Object.entries(kinds).map(([value, label]) => ({ value, label: t(label) })),
        ...(Object.hasOwn(kinds, kind) ? [] : [{ value: kind, label: kind }]),
      ]}
      value={kind}
      onChange={(next) =>
        editing.changeDocument((app) =>
          withValue(
            app,
            owner,
            keys,
            withKind(field, next, () => freshKey(fields)),
          ),
        )
      }
    />
  )
  if (kind === 'group') {
    return (
      <>
        {kindField}
        <TextsField {...place('label')} label="search.field.label" />
      </>
    )
  }
  return (
    <>
      <NameField {...place('name')} label="cases.property" names={properties} />
      <TextsField {...place('label')} label="search.field.label" />
      {kindField}
      {hasChoices(kind) && <SearchChoices owner={owner} keys={[...keys, 'itemset']} />}
      <ConditionField
        {...place('default_value')}
        label="search.field.default"
        help="search.value.help"
        names={names}
      />
      <details>
        <summary>{t('search.field.more')}</summary>
        <Stack mt="md" gap="sm">
          <TextsField {...place('hint')} label="question.hint" />
          {headings.length > 0 && (
            <ChoiceField
              {...place('group_key')}
              label="search.field.heading"
              usual=""
              options={[
                { value: '', label: t('search.field.heading.none') },
                ...headings.map((heading) => ({
                  value: textOf(heading['group_key']),
                  label: saidIn(heading['label'], languages) || textOf(heading['group_key']),
                })),
              ]}
            />
          )}
          <FlagField {...place('hidden')} label="search.field.hidden" />
          <FlagField {...place('allow_blank_value')} label="search.field.blank" />
          <FlagField
            {...place('exclude')}
            label="search.field.exclude"
            help="search.field.exclude.help"
          />
          <ConditionField
            {...place('required', 'test')}
            label="search.field.required"
            help="search.field.required.help"
            names={names}
          />
          {textOf(at(field, 'required', 'test')) && (
            <TextsField {...place('required', 'text')} label="search.field.message" />
          )}
          <PartsList
            {...place('validations')}
            name="search.field.validation"
            add="search.field.validation.add"
            fresh={() => ({ test: '', text: {} })}
          >
            {(_, validation) => (
              <>
                <ConditionField
                  owner={owner}
                  keys={[...validation, 'test']}
                  label="question.constraint"
                  names={names}
                />
                <TextsField
                  owner={owner}
                  keys={[...validation, 'text']}
                  label="search.field.message"
                />
              </>
            )}
          </PartsList>
        </Stack>
      </details>
    </>
  )
}
