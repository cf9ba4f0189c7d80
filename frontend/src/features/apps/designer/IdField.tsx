// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { useEditing } from '../editing/EditingContext.tsx'
import { idProblem, type IdProblem } from '../xform/names.ts'
import { renameQuestion } from '../xform/operations.ts'
import type { FieldProps } from './QuestionPanel.tsx'

const words = {
  empty: 'question.id.empty',
  signs: 'question.id.signs',
  taken: 'question.id.taken',
  reserved: 'question.id.reserved',
} satisfies Record<IdProblem, MessageKey>

/** The question's name in data; a new one is taken over as soon as it is a good one, wherever the question is named. */
export function IdField({ formId, form, question }: FieldProps) {
  const t = useT()
  const editing = useEditing()
  const [typed, setTyped] = useState<string | null>(null)
  const problem = typed === null ? null : idProblem(form, question.key, typed)
  return (
    <TextInput
      label={t('question.id')}
      description={t('question.id.help')}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      value={typed ?? question.id}
      error={problem && t(words[problem])}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') setTyped(null)
      }}
      onBlur={() => {
        if (typed !== null && problem === null && typed !== question.id) {
          editing.changeForm(formId, (before) => renameQuestion(before, question.key, typed))
        }
        if (problem === null) setTyped(null)
      }}
    />
  )
}
