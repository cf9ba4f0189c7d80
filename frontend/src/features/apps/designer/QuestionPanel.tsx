// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Title } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useEditing } from '../editing/EditingContext.tsx'
import { duplicateQuestion } from '../xform/duplicate.ts'
import type { Form, Question } from '../xform/form.ts'
import { found } from '../xform/walk.ts'
import { ProblemNotes } from '../editing/ProblemNotes.tsx'
import { useFormProblems } from '../editing/ProblemsContext.tsx'
import { changeQuestion, removeQuestion, type QuestionChange } from '../xform/operations.ts'
import { hasChoices, hasItemset, isHidden } from '../xform/questionTypes.ts'
import { ChoicesField } from './ChoicesField.tsx'
import { IdField } from './IdField.tsx'
import { ItemsetField } from './ItemsetField.tsx'
import { LogicFields } from './LogicFields.tsx'
import { MoreFields } from './MoreFields.tsx'
import { QuestionPreview } from './QuestionPreview.tsx'
import { QuestionTexts } from './QuestionTexts.tsx'
import { SaveToCaseFields } from './SaveToCaseFields.tsx'
import { TypeField } from './TypeField.tsx'

type Props = { formId: string; form: Form; question: Question }

/** What a part of the panel needs; `change` names the field, so that typing in it is one step to undo. */
export type FieldProps = Props & { change: (part: QuestionChange, field: string) => void }

/** All that there is to say about one question. */
export function QuestionPanel({ formId, form, question }: Props) {
  const t = useT()
  const editing = useEditing()
  const problems = useFormProblems(formId)
  const path = found(form, question.key)?.path ?? ''
  const { key, type } = question
  const change: FieldProps['change'] = (part, field) =>
    editing.changeForm(
      formId,
      (before) => changeQuestion(before, key, part),
      `${formId} ${key} ${field}`,
    )
  const fields = { formId, form, question, change }
  return (
    <Panel
      spaced
      title={t('question.title', { id: question.id })}
      aside={
        <Group gap="xs">
          <Button
            variant="default"
            size="compact-sm"
            onClick={() =>
              editing.changeForm(formId, (before) => duplicateQuestion(before, key)[0])
            }
          >
            {t('question.duplicate')}
          </Button>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => editing.changeForm(formId, (before) => removeQuestion(before, key))}
          >
            {t('action.delete')}
          </Button>
        </Group>
      }
    >
      <ProblemNotes problems={problems.get(path) ?? []} />
      {!isHidden(type) && <QuestionTexts {...fields} field="label" />}
      <IdField {...fields} />
      <TypeField {...fields} />
      {hasChoices(type) && <ChoicesField {...fields} />}
      {hasItemset(type) && <ItemsetField {...fields} />}
      {type === 'SaveToCase' && <SaveToCaseFields {...fields} />}
      <LogicFields {...fields} />
      <MoreFields {...fields} />
      {!isHidden(type) && (
        <div>
          <Title order={3} fz={15} mb="xs">
            {t('question.preview')}
          </Title>
          <QuestionPreview form={form} question={question} />
        </div>
      )}
    </Panel>
  )
}
