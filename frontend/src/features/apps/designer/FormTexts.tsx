// SPDX-License-Identifier: Apache-2.0
import { Text, Textarea } from '@mantine/core'
import { memo, useMemo } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useEditing, useLanguages } from '../editing/EditingContext.tsx'
import type { Form, Text as FormText } from '../xform/form.ts'
import { changeQuestion } from '../xform/operations.ts'
import { hasWords, withWords } from '../xform/texts.ts'
import { textFields, visited, type TextField } from '../xform/walk.ts'
import { FormSource } from './FormSource.tsx'
import classes from './FormTexts.module.css'

type Line = { id: string; key: string; field: TextField; choice: string | null; text: FormText }

/** Every text of the form, its languages side by side. */
export function FormTexts({ formId }: { formId: string }) {
  return <FormSource formId={formId}>{(form) => <Texts formId={formId} form={form} />}</FormSource>
}

function Texts({ formId, form }: { formId: string; form: Form }) {
  const t = useT()
  const editing = useEditing()
  const languages = useLanguages()
  const lines = useMemo(
    () =>
      visited(form).flatMap(({ question, path }): Line[] => [
        ...textFields
          .filter((field) => field === 'label' || hasWords(question[field]))
          .map((field) => ({
            id: `${path.slice(form.root.length + 2)} ${field === 'label' ? '' : field}`,
            key: question.key,
            field,
            choice: null,
            text: question[field],
          })),
        ...question.choices.map(({ key, value, label }) => ({
          id: `${path.slice(form.root.length + 2)}: ${value}`,
          key: question.key,
          field: 'label' as const,
          choice: key,
          text: label,
        })),
      ]),
    [form],
  )
  if (lines.length === 0) {
    return <EmptyState title={t('designer.empty.title')} hint={t('designer.empty.hint')} />
  }
  const say = (line: Line, language: string, words: string) =>
    editing.changeForm(
      formId,
      (before) => {
        const question = visited(before).find((each) => each.question.key === line.key)?.question
        if (!question) return before
        if (line.choice === null) {
          return changeQuestion(before, line.key, {
            [line.field]: withWords(question[line.field], language, words),
          })
        }
        const choices = question.choices.map((choice) =>
          choice.key === line.choice
            ? { ...choice, label: withWords(choice.label, language, words) }
            : choice,
        )
        return changeQuestion(before, line.key, { choices })
      },
      `${formId} ${line.key} ${line.field} ${line.choice} ${language}`,
    )
  return (
    <Panel flush>
      <div className={classes['scroll']}>
        <table className={classes['table']}>
          <caption className="visuallyHidden">{t('form.languages')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('question.id')}</th>
              {languages.map((language) => (
                <th key={language} scope="col">
                  {language}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={`${line.key} ${line.field} ${line.choice}`}>
                <th scope="row">
                  <Text size="sm" component="code">
                    {line.id}
                  </Text>
                </th>
                {languages.map((language) => (
                  <td key={language}>
                    <Cell
                      label={`${line.id} ${language}`}
                      language={language}
                      words={line.text.values[language]?.[''] ?? ''}
                      onSay={(words) => say(line, language, words)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

type CellProps = {
  label: string
  language: string
  words: string
  onSay: (words: string) => void
}

/** `onSay` looks the question up when it is called, so an older one does as well. */
const Cell = memo(
  ({ label, language, words, onSay }: CellProps) => (
    <Textarea
      aria-label={label}
      lang={language}
      rows={1}
      classNames={{ input: classes['input'] ?? '' }}
      value={words}
      onChange={(event) => onSay(event.currentTarget.value)}
    />
  ),
  (before, after) => before.words === after.words && before.label === after.label,
)
Cell.displayName = 'Cell'
