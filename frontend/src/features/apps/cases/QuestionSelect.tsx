// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import type { QuestionOption } from './questionOptions.ts'

type Props = {
  label: string
  description?: string
  questions: readonly QuestionOption[]
  value: string
  onChange: (path: string) => void
}

/** Chooses a question of the form; one that is gone is still shown, marked as missing. */
export function QuestionSelect({ label, description, questions, value, onChange }: Props) {
  const t = useT()
  const isGone = value !== '' && !questions.some((question) => question.value === value)
  return (
    <SelectField
      label={label}
      {...(description && { description })}
      options={[
        { value: '', label: t('cases.question.choose') },
        ...questions.map((question) => ({ value: question.value, label: question.label })),
        ...(isGone ? [{ value, label: value }] : []),
      ]}
      value={value}
      error={isGone && t('cases.question.gone')}
      onChange={onChange}
    />
  )
}
