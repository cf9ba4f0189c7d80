// SPDX-License-Identifier: Apache-2.0
import { Checkbox } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { SelectField } from '../../../ui/SelectField.tsx'
import { noExpression, type Expression } from '../xform/form.ts'
import { isAnswered } from '../xform/questionTypes.ts'
import type { LogicField } from '../xform/walk.ts'
import { ExpressionField } from './ExpressionField.tsx'
import type { FieldProps } from './QuestionPanel.tsx'
import { QuestionTexts } from './QuestionTexts.tsx'

/** A condition that nobody has written yet. */
const unsaid: Expression = { text: ' ', expanded: '' }
const always: Expression = { text: 'true()', expanded: 'true()' }

/** When a question is asked, what it takes for an answer, and what it starts with. */
export function LogicFields(props: FieldProps) {
  const { question, change } = props
  const t = useT()
  const { type } = question
  const field = (name: LogicField, label: MessageKey, help: MessageKey) => (
    <ExpressionField
      {...props}
      label={t(label)}
      description={t(help)}
      expression={question[name]}
      onChange={(expression) => change({ [name]: expression }, name)}
    />
  )
  const answered = isAnswered(type)
  return (
    <>
      {answered && <RequiredField {...props} />}
      {field('relevant', 'question.relevant', 'question.relevant.help')}
      {answered && field('constraint', 'question.constraint', 'question.constraint.help')}
      {answered && question.constraint.text && <QuestionTexts {...props} field="message" />}
      {(type === 'DataBindOnly' || question.calculate.text) &&
        field('calculate', 'question.calculate', 'question.calculate.help')}
      {(answered || type === 'DataBindOnly') &&
        field('initial', 'question.initial', 'question.initial.help')}
      {type === 'Repeat' && !question.list.text && (
        <>
          {field('count', 'question.count', 'question.count.help')}
          {question.count.text && (
            <Checkbox
              label={t('question.fixedSize')}
              checked={question.fixedSize}
              onChange={(event) => change({ fixedSize: event.currentTarget.checked }, 'fixedSize')}
            />
          )}
        </>
      )}
      {type === 'Repeat' &&
        !question.count.text &&
        field('list', 'question.list', 'question.list.help')}
    </>
  )
}

/** No, yes, or under a condition. */
function RequiredField(props: FieldProps) {
  const { question, change } = props
  const t = useT()
  const { required } = question
  const value = required.text === '' ? 'no' : required.text === 'true()' ? 'yes' : 'if'
  const set = (next: string) =>
    change(
      { required: next === 'no' ? noExpression : next === 'yes' ? always : unsaid },
      `required ${next}`,
    )
  return (
    <>
      <SelectField
        label={t('question.required')}
        options={[
          { value: 'no', label: t('question.required.no') },
          { value: 'yes', label: t('question.required.yes') },
          { value: 'if', label: t('question.required.if') },
        ]}
        value={value}
        onChange={set}
      />
      {value === 'if' && (
        <ExpressionField
          {...props}
          label={t('question.required.condition')}
          expression={required}
          onChange={(expression) =>
            change({ required: expression.text ? expression : unsaid }, 'required')
          }
        />
      )}
    </>
  )
}
