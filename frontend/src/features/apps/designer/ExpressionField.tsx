// SPDX-License-Identifier: Apache-2.0
import { noExpression, type Expression, type Form, type Question } from '../xform/form.ts'
import { expressionOf } from '../xform/expressions.ts'
import { expressionProblems } from '../xform/expressionProblems.ts'
import { pathsOf } from '../xform/walk.ts'
import { useMemo } from 'react'
import { CompletingText } from './CompletingText.tsx'
import { useCompletions } from './useCompletions.ts'
import { useProblemWords } from './useProblemWords.ts'

type Props = {
  formId: string
  form: Form
  question: Question
  label: string
  description?: string
  expression: Expression
  onChange: (expression: Expression) => void
}

/** A logic field of a question: completes names and says at once what cannot be right. */
export function ExpressionField(props: Props) {
  const { formId, form, question, label, description, expression, onChange } = props
  const names = useCompletions(formId)
  const say = useProblemWords()
  const paths = useMemo(() => pathsOf(form), [form])
  const problems = expressionProblems(
    expression.text,
    { root: form.root, context: paths.get(question.key) ?? `/${form.root}` },
    new Set(paths.values()),
  )
  return (
    <CompletingText
      label={label}
      description={description}
      names={names}
      value={expression.text}
      error={problems.length > 0 ? problems.map(say).join(' ') : undefined}
      onChange={(text) =>
        onChange(text.trim() ? { ...expressionOf(text, form), text } : noExpression)
      }
    />
  )
}
