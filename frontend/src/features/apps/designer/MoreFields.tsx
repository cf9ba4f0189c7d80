// SPDX-License-Identifier: Apache-2.0
import { Stack, Textarea, TextInput } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { isHidden } from '../xform/questionTypes.ts'
import type { FieldProps } from './QuestionPanel.tsx'
import { QuestionTexts } from './QuestionTexts.tsx'
import { TextMedia } from './TextMedia.tsx'

/** What most questions do without: hint, help, media, appearance, a note to other builders. */
export function MoreFields(props: FieldProps) {
  const { formId, question, change } = props
  const t = useT()
  return (
    <details>
      <summary>{t('question.more')}</summary>
      <Stack mt="md">
        {!isHidden(question.type) && (
          <>
            <QuestionTexts {...props} field="hint" />
            <QuestionTexts {...props} field="help" />
            <TextMedia
              text={question.label}
              stem={`${formId.slice(0, 8)}/${question.id}`}
              onChange={(next, field) => change(({ label }) => ({ label: next(label) }), field)}
            />
            {question.choices.map((choice) => (
              <TextMedia
                key={choice.key}
                text={choice.label}
                stem={`${formId.slice(0, 8)}/${question.id}-${choice.value}`}
                of={choice.value}
                onChange={(next, field) =>
                  change(
                    ({ choices }) => ({
                      choices: choices.map((each) =>
                        each.key === choice.key ? { ...each, label: next(each.label) } : each,
                      ),
                    }),
                    `${choice.key} ${field}`,
                  )
                }
              />
            ))}
            <TextInput
              label={t('question.appearance')}
              description={t('question.appearance.help')}
              autoComplete="off"
              spellCheck={false}
              value={question.appearance}
              onChange={(event) => change({ appearance: event.currentTarget.value }, 'appearance')}
            />
          </>
        )}
        <Textarea
          label={t('question.comment')}
          description={t('question.comment.help')}
          autosize
          minRows={1}
          value={question.comment}
          onChange={(event) => change({ comment: event.currentTarget.value }, 'comment')}
        />
      </Stack>
    </details>
  )
}
