// SPDX-License-Identifier: Apache-2.0
import { Group, TextInput } from '@mantine/core'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../../ui/SelectField.tsx'
import { textOf, type JsonObject } from '../../document/json.ts'
import type { QuestionOption } from '../questionOptions.ts'
import { QuestionSelect } from '../QuestionSelect.tsx'

type Props = {
  label: string
  none: string
  tags: readonly string[]
  value: JsonObject
  /** With these a question may say how the cases are related. */
  questions?: readonly QuestionOption[]
  onChange: (value: JsonObject | null, mark: string | null) => void
}

/** To which other case of the form a case belongs, and how. */
export function LinkFields({ label, none, tags, value, questions, onChange }: Props) {
  const t = useT()
  const tag = textOf(value['tag'])
  const relationship = textOf(value['relationship']) || 'child'
  const known = tag === '' || tags.includes(tag)
  return (
    <Group align="flex-start" grow preventGrowOverflow={false}>
      <SelectField
        label={label}
        options={[
          { value: '', label: none },
          ...tags.map((each) => ({ value: each, label: each })),
          ...(known ? [] : [{ value: tag, label: tag }]),
        ]}
        value={tag}
        error={!known && t('advanced.tag.gone')}
        onChange={(next) =>
          onChange(
            next ? { reference_id: 'parent', relationship: 'child', ...value, tag: next } : null,
            null,
          )
        }
      />
      {tag && (
        <TextInput
          label={t('advanced.link')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={textOf(value['reference_id'])}
          placeholder="parent"
          onChange={(event) =>
            onChange({ ...value, reference_id: event.currentTarget.value }, 'link')
          }
        />
      )}
      {tag && questions && (
        <SelectField
          label={t('advanced.relationship')}
          options={[
            { value: 'child', label: t('advanced.relationship.child') },
            { value: 'extension', label: t('advanced.relationship.extension') },
            { value: 'question', label: t('advanced.relationship.question') },
          ]}
          value={relationship}
          onChange={(next) => onChange({ ...value, relationship: next }, null)}
        />
      )}
      {tag && questions && relationship === 'question' && (
        <QuestionSelect
          label={t('cases.question')}
          questions={questions}
          value={textOf(value['relationship_question'])}
          onChange={(path) => onChange({ ...value, relationship_question: path }, null)}
        />
      )}
    </Group>
  )
}
