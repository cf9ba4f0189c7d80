// SPDX-License-Identifier: Apache-2.0
import { Textarea } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { useEditing, useLanguages } from '../editing/EditingContext.tsx'
import { freeId, idFromLabel } from '../xform/names.ts'
import { changeQuestion } from '../xform/operations.ts'
import { settled } from '../xform/settle.ts'
import { withWords } from '../xform/texts.ts'
import { found, type TextField } from '../xform/walk.ts'
import type { FieldProps } from './QuestionPanel.tsx'

const words = {
  label: 'question.label',
  hint: 'question.hint',
  help: 'question.help',
  message: 'question.message',
} satisfies Record<TextField, MessageKey>

/** A text of the question in every language of the application. */
export function QuestionTexts({ formId, question, field }: FieldProps & { field: TextField }) {
  const t = useT()
  const editing = useEditing()
  const languages = useLanguages()
  const { key } = question
  const say = (language: string, text: string) => {
    const names = field === 'label' && language === languages[0]
    editing.changeForm(
      formId,
      (before) => {
        const place = found(before, key)
        if (!place) return before
        const part = { [field]: withWords(place.question[field], language, text) }
        const named = names && place.question.namedByLabel ? idFromLabel(text) : ''
        if (!named) return changeQuestion(before, key, part)
        const id = freeId(place.parent?.children ?? before.questions, named, key)
        return settled(before, changeQuestion(before, key, { ...part, id }))
      },
      `${formId} ${key} ${field} ${language}`,
    )
  }
  return languages.map((language, index) => (
    <Textarea
      key={language}
      id={index === 0 && field === 'label' ? `label-${key}` : undefined}
      label={languages.length > 1 ? `${t(words[field])} (${language})` : t(words[field])}
      autosize
      minRows={1}
      lang={language}
      value={question[field].values[language]?.[''] ?? ''}
      onChange={(event) => say(language, event.currentTarget.value)}
    />
  ))
}
