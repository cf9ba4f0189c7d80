// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Fieldset, Stack, Text, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import classes from './Dictionary.module.css'

type Value = { value: string; description: string }
export type ValueLine = Value & { key: string }

let made = 0
const line = (value: Value): ValueLine => ({ ...value, key: `v${made++}` })

export const linesOf = (values: readonly Value[]): ValueLine[] => values.map(line)

/** What the lines say; empty ones say nothing. */
export const valuesOf = (lines: readonly ValueLine[]): Value[] =>
  lines
    .map(({ value, description }) => ({ value: value.trim(), description: description.trim() }))
    .filter(({ value, description }) => value || description)

type Props = { lines: ValueLine[]; error: ReactNode; onChange: (lines: ValueLine[]) => void }

/** What a property may be, a line for each. */
export function ValuesField({ lines, error, onChange }: Props) {
  const t = useT()
  const change = (key: string, part: Partial<Value>) =>
    onChange(lines.map((each) => (each.key === key ? { ...each, ...part } : each)))
  return (
    <Fieldset legend={t('dictionary.values')}>
      <Text size="xs" c="dimmed" mb="sm">
        {t('dictionary.values.help')}
      </Text>
      <Stack gap="sm">
        {lines.map(({ key, value, description }, index) => (
          <div key={key} className={classes['value']}>
            <TextInput
              label={t('dictionary.value', { number: index + 1 })}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={value}
              onChange={(event) => change(key, { value: event.currentTarget.value })}
            />
            <TextInput
              label={t('dictionary.value.description')}
              autoComplete="off"
              value={description}
              onChange={(event) => change(key, { description: event.currentTarget.value })}
            />
            <CloseButton
              aria-label={t('pairs.remove', { number: index + 1 })}
              onClick={() => onChange(lines.filter((each) => each.key !== key))}
            />
          </div>
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            onClick={() => onChange([...lines, line({ value: '', description: '' })])}
          >
            {t('dictionary.values.add')}
          </Button>
        </div>
        {error && (
          <Text size="xs" c="var(--b-danger)">
            {error}
          </Text>
        )}
      </Stack>
    </Fieldset>
  )
}
