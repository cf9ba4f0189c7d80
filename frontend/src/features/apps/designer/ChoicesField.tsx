// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, CloseButton, Stack, Text, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useLanguages } from '../editing/EditingContext.tsx'
import type { Choice } from '../xform/form.ts'
import { idFromLabel } from '../xform/names.ts'
import { newChoice } from '../xform/newQuestion.ts'
import { withWords } from '../xform/texts.ts'
import classes from './ChoicesField.module.css'
import type { FieldProps } from './QuestionPanel.tsx'

/** The choices of a question, a line for each; the value of a new one follows what it says. */
export function ChoicesField({ question, change }: FieldProps) {
  const t = useT()
  const languages = useLanguages()
  const { choices, key } = question
  const values = choices.map(({ value }) => value)
  const set = (next: readonly Choice[], field: string) => change({ choices: next }, field)
  const replace = (choice: Choice, part: Partial<Choice>, field: string) =>
    set(
      choices.map((each) => (each.key === choice.key ? { ...each, ...part } : each)),
      `${choice.key} ${field}`,
    )
  const say = (choice: Choice, language: string, words: string) => {
    const label = withWords(choice.label, language, words)
    const named = choice.namedByLabel && language === languages[0] ? idFromLabel(words) : ''
    replace(choice, named ? { label, value: named } : { label }, language)
  }
  const move = (from: number, to: number) => {
    const [moved] = choices.slice(from, from + 1)
    if (moved)
      set(
        choices.toSpliced(from, 1).toSpliced(to, 0, moved),
        `move ${from} ${to} ${values.join(' ')}`,
      )
  }
  const add = () => {
    const number = 1 + Math.max(0, ...choices.map((each) => Number(/c(\d+)$/.exec(each.key)?.[1])))
    const words = t('question.choice', { number })
    set(
      [...choices, newChoice(`${key}c${number}`, number, languages[0] ?? 'en', words)],
      `add ${number}`,
    )
  }
  const problemOf = ({ value }: Choice) => {
    if (!value) return t('question.choice.empty')
    if (/\s/.test(value)) return t('question.choice.space')
    return values.filter((each) => each === value).length > 1 ? t('question.choice.twice') : null
  }
  return (
    <fieldset className={classes['choices']}>
      <legend>{t('question.choices')}</legend>
      <Stack gap="sm">
        {choices.map((choice, index) => (
          <div key={choice.key} className={classes['line']}>
            <div className={classes['texts']}>
              {languages.map((language) => (
                <TextInput
                  key={language}
                  aria-label={t('question.choice.label', { number: index + 1, language })}
                  placeholder={languages.length > 1 ? language : undefined}
                  lang={language}
                  value={choice.label.values[language]?.[''] ?? ''}
                  onChange={(event) => say(choice, language, event.currentTarget.value)}
                />
              ))}
            </div>
            <TextInput
              aria-label={t('question.choice.value', { number: index + 1 })}
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              value={choice.value}
              error={problemOf(choice)}
              onChange={(event) =>
                replace(choice, { value: event.currentTarget.value, namedByLabel: false }, 'value')
              }
            />
            <ActionIcon.Group>
              <ActionIcon
                variant="default"
                aria-label={t('question.choice.up', { number: index + 1 })}
                disabled={index === 0}
                onClick={() => move(index, index - 1)}
              >
                <IconArrowUp size={14} aria-hidden />
              </ActionIcon>
              <ActionIcon
                variant="default"
                aria-label={t('question.choice.down', { number: index + 1 })}
                disabled={index === choices.length - 1}
                onClick={() => move(index, index + 1)}
              >
                <IconArrowDown size={14} aria-hidden />
              </ActionIcon>
            </ActionIcon.Group>
            <CloseButton
              aria-label={t('pairs.remove', { number: index + 1 })}
              onClick={() =>
                set(
                  choices.filter((each) => each.key !== choice.key),
                  `remove ${choice.key}`,
                )
              }
            />
          </div>
        ))}
        <div>
          <Button variant="default" size="xs" onClick={add}>
            {t('question.choice.add')}
          </Button>
        </div>
        {choices.length === 0 && (
          <Text size="xs" c="var(--b-danger)">
            {t('question.choices.none')}
          </Text>
        )}
      </Stack>
    </fieldset>
  )
}
