// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Stack, Text, TextInput } from '@mantine/core'
import { type ReactNode } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import classes from './SearchLines.module.css'
import { newLine, type SearchLine } from './searchValues.ts'

type Props = {
  legend: string
  help: string
  addLabel: string
  lines: SearchLine[]
  /** Whether each line has a regular expression. */
  withPattern?: boolean
  /** Id of a `datalist` with the case types in use. */
  caseTypes: string
  error: ReactNode
  onChange: (lines: SearchLine[]) => void
}

const plainText = { autoComplete: 'off', autoCapitalize: 'none', spellCheck: false } as const

/** Properties of case types, a line for each. */
export function SearchLines(props: Props) {
  const { legend, help, addLabel, lines, withPattern, caseTypes, error, onChange } = props
  const t = useT()
  const change = (key: string, part: Partial<SearchLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const input = (
    line: SearchLine,
    name: 'caseType' | 'property' | 'pattern',
    label: MessageKey,
  ) => (
    <TextInput
      label={t(label)}
      {...plainText}
      list={name === 'caseType' ? caseTypes : undefined}
      value={line[name]}
      onChange={(event) => change(line.key, { [name]: event.currentTarget.value })}
    />
  )
  return (
    <fieldset className={classes['lines']}>
      <legend>{legend}</legend>
      <Text size="xs" c="dimmed" mb="sm">
        {help}
      </Text>
      <Stack gap="sm">
        {lines.map((line, index) => (
          <div
            key={line.key}
            role="group"
            aria-label={t('caseSearch.line', { number: index + 1 })}
            className={classes['line']}
            data-pattern={withPattern || undefined}
          >
            {input(line, 'caseType', 'cases.column.type')}
            {input(line, 'property', 'caseSearch.property')}
            {withPattern && input(line, 'pattern', 'caseSearch.pattern')}
            <CloseButton
              className={classes['remove'] ?? ''}
              aria-label={t('caseSearch.remove', { number: index + 1 })}
              onClick={() => onChange(lines.filter(({ key }) => key !== line.key))}
            />
          </div>
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            onClick={() => onChange([...lines, newLine(lines.at(-1)?.caseType)])}
          >
            {addLabel}
          </Button>
        </div>
        {error && (
          <Text size="xs" c="var(--b-danger)">
            {error}
          </Text>
        )}
      </Stack>
    </fieldset>
  )
}
