// SPDX-License-Identifier: Apache-2.0
import { Stack, Textarea, TextInput } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { useLanguages } from '../editing/EditingContext.tsx'
import { isHidden } from '../xform/questionTypes.ts'
import { withWords } from '../xform/texts.ts'
import type { FieldProps } from './QuestionPanel.tsx'
import { QuestionTexts } from './QuestionTexts.tsx'

const media: [form: string, label: MessageKey][] = [
  ['image', 'question.media.image'],
  ['audio', 'question.media.audio'],
  ['video', 'question.media.video'],
]

/** What most questions do without: hint, help, media, appearance, a note to other builders. */
export function MoreFields(props: FieldProps) {
  const { question, change } = props
  const t = useT()
  const languages = useLanguages()
  return (
    <details>
      <summary>{t('question.more')}</summary>
      <Stack mt="md">
        {!isHidden(question.type) && (
          <>
            <QuestionTexts {...props} field="hint" />
            <QuestionTexts {...props} field="help" />
            {media.flatMap(([form, label]) =>
              languages.map((language) => (
                <TextInput
                  key={`${form} ${language}`}
                  label={languages.length > 1 ? `${t(label)} (${language})` : t(label)}
                  placeholder="jr://file/commcare/…"
                  autoComplete="off"
                  spellCheck={false}
                  value={question.label.values[language]?.[form] ?? ''}
                  onChange={(event) =>
                    change(
                      {
                        label: withWords(question.label, language, event.currentTarget.value, form),
                      },
                      `${form} ${language}`,
                    )
                  }
                />
              )),
            )}
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
