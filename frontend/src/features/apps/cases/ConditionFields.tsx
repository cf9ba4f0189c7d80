// SPDX-License-Identifier: Apache-2.0
import { Group, TextInput } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { objectOf, textOf, type Json, type JsonObject } from '../document/json.ts'
import type { QuestionOption } from './questionOptions.ts'
import { QuestionSelect } from './QuestionSelect.tsx'

type Props = {
  label: string
  condition: Json | undefined
  questions: readonly QuestionOption[]
  orNever?: boolean
  onChange: (condition: JsonObject) => void
}

/** When an action is done: always, never, or when a question has an answer (spec 10, 5.1). */
export function ConditionFields({ label, condition, questions, orNever, onChange }: Props) {
  const t = useT()
  const said = objectOf(condition)
  const type = textOf(said['type']) || (orNever ? 'never' : 'always')
  const operator = textOf(said['operator']) || '='
  const set = (part: JsonObject) => onChange({ ...said, ...part })
  return (
    <>
      <SelectField
        label={label}
        options={[
          ...(orNever ? [{ value: 'never', label: t('condition.never') }] : []),
          { value: 'always', label: t('condition.always') },
          { value: 'if', label: t('condition.if') },
        ]}
        value={type}
        onChange={(next) => set({ type: next, ...(next === 'if' && { operator }) })}
      />
      {type === 'if' && (
        <Group align="flex-start" grow preventGrowOverflow={false}>
          <QuestionSelect
            label={t('condition.question')}
            questions={questions}
            value={textOf(said['question'])}
            onChange={(question) => set({ question })}
          />
          <SelectField
            label={t('condition.operator')}
            options={[
              { value: '=', label: t('condition.equals') },
              { value: 'selected', label: t('condition.selected') },
              { value: 'boolean_true', label: t('condition.true') },
            ]}
            value={operator}
            onChange={(next) => set({ operator: next })}
          />
          {operator !== 'boolean_true' && (
            <TextInput
              label={t('condition.answer')}
              autoComplete="off"
              value={textOf(said['answer'])}
              onChange={(event) => set({ answer: event.currentTarget.value })}
            />
          )}
        </Group>
      )}
    </>
  )
}
