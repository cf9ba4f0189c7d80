// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Checkbox, CloseButton, Fieldset, Group, Stack, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useId } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { CompletingText } from '../designer/CompletingText.tsx'
import { objectOf, textOf, type JsonObject } from '../document/json.ts'
import type { Completion } from '../xform/completions.ts'
import { FormatFields } from './FormatFields.tsx'
import { formats } from './formats.ts'

type Props = {
  number: number
  column: JsonObject
  properties: readonly string[]
  /** What its expressions can name. */
  names: readonly Completion[]
  languages: readonly string[]
  onChange: (part: JsonObject, mark: string) => void
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onRemove: () => void
}

/** One column: which property, under which heading, shown how. */
export function ColumnFields(props: Props) {
  const { number, column, properties, names, languages, onChange, ...moves } = props
  const t = useT()
  const listId = useId()
  const format = textOf(column['format']) || 'plain'
  const header = objectOf(column['header'])
  const calculated = column['useXpathExpression'] === true
  const known = Object.entries(formats).map(([value, label]) => ({ value, label: t(label) }))
  const field = textOf(column['field'])
  return (
    <Fieldset legend={t('lists.column', { number })}>
      <Stack gap="sm">
        {calculated ? (
          <CompletingText
            label={t('lists.expression')}
            names={names}
            value={field}
            onChange={(text) => onChange({ field: text }, 'field')}
          />
        ) : (
          <>
            <TextInput
              label={t('cases.property')}
              list={listId}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={field}
              onChange={(event) => onChange({ field: event.currentTarget.value }, 'field')}
            />
            <datalist id={listId}>
              {properties.map((property) => (
                <option key={property} value={property} aria-label={property} />
              ))}
            </datalist>
          </>
        )}
        <Checkbox
          label={t('lists.calculated')}
          checked={calculated}
          onChange={(event) =>
            onChange({ useXpathExpression: event.currentTarget.checked }, 'calculated')
          }
        />
        {languages.map((language) => (
          <TextInput
            key={language}
            label={languages.length > 1 ? `${t('lists.header')} (${language})` : t('lists.header')}
            lang={language}
            value={textOf(header[language])}
            onChange={(event) =>
              onChange(
                { header: { ...header, [language]: event.currentTarget.value } },
                `header ${language}`,
              )
            }
          />
        ))}
        <SelectField
          label={t('lists.format')}
          options={
            Object.hasOwn(formats, format) ? known : [...known, { value: format, label: format }]
          }
          value={format}
          onChange={(next) => onChange({ format: next }, `format ${next}`)}
        />
        <FormatFields column={column} format={format} languages={languages} onChange={onChange} />
        <Group gap="xs">
          <ActionIcon
            variant="default"
            aria-label={t('lists.up', { number })}
            disabled={!moves.onUp}
            onClick={moves.onUp}
          >
            <IconArrowUp size={14} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="default"
            aria-label={t('lists.down', { number })}
            disabled={!moves.onDown}
            onClick={moves.onDown}
          >
            <IconArrowDown size={14} aria-hidden />
          </ActionIcon>
          <CloseButton aria-label={t('pairs.remove', { number })} onClick={moves.onRemove} />
        </Group>
      </Stack>
    </Fieldset>
  )
}
