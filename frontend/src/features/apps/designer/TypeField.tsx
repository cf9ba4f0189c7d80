// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { useEditing } from '../editing/EditingContext.tsx'
import { changeType } from '../xform/operations.ts'
import { kindredTypes, type QuestionType } from '../xform/questionTypes.ts'
import type { FieldProps } from './QuestionPanel.tsx'
import { typeWords } from './typeWords.ts'

/** What kind of question it is; it can become a kindred one. */
export function TypeField({ formId, question }: FieldProps) {
  const t = useT()
  const editing = useEditing()
  const types = kindredTypes(question.type)
  if (types.length === 1) {
    return <TextInput label={t('question.type')} value={t(typeWords[question.type])} readOnly />
  }
  return (
    <SelectField
      label={t('question.type')}
      options={types.map((type) => ({ value: type, label: t(typeWords[type]) }))}
      value={question.type}
      onChange={(type) =>
        editing.changeForm(formId, (before) =>
          changeType(before, question.key, type as QuestionType),
        )
      }
    />
  )
}
