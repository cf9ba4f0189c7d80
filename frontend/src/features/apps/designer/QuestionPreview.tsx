// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { useLanguages } from '../editing/EditingContext.tsx'
import type { Form, Question } from '../xform/form.ts'
import { shownWords } from '../xform/texts.ts'
import { found } from '../xform/walk.ts'
import classes from './QuestionPreview.module.css'

type Props = { form: Form; question: Question }

/** About how a phone shows the question. */
export function QuestionPreview({ form, question }: Props) {
  const t = useT()
  const languages = useLanguages()
  const [language, setLanguage] = useState(languages[0] ?? 'en')
  const shown = languages.includes(language) ? language : (languages[0] ?? 'en')
  const words = (text: Question['label']) =>
    shownWords(text, shown, form.languages).replaceAll(
      /<output\s+value="([^"]*)"\s*\/>/g,
      (_, value: string) => answerOf(form, value, shown),
    )
  const label = words(question.label) || question.id
  return (
    <>
      {languages.length > 1 && (
        <SelectField
          label={t('question.preview.language')}
          options={languages.map((code) => ({ value: code, label: code }))}
          value={shown}
          onChange={setLanguage}
        />
      )}
      <div
        className={classes['phone']}
        lang={shown}
        aria-label={t('question.preview')}
        role="group"
      >
        <p className={classes['label']}>
          {label}
          {question.required.text && <span aria-hidden> *</span>}
        </p>
        {words(question.hint) && <p className={classes['hint']}>{words(question.hint)}</p>}
        <Answer question={question} label={label} words={words} />
      </div>
    </>
  )
}

/** In the place of an answer, the label of its question. */
function answerOf(form: Form, value: string, language: string): string {
  const id = value.split('/').at(-1) ?? ''
  const question = form.questions.find((each) => each.id === id)
  const place = question && found(form, question.key)
  return `[${(place && shownWords(place.question.label, language, form.languages)) || id}]`
}

type AnswerProps = { question: Question; label: string; words: (text: Question['label']) => string }

const inputs: Partial<Record<Question['type'], string>> = {
  Int: 'number',
  Double: 'number',
  Long: 'number',
  Date: 'date',
  Time: 'time',
  DateTime: 'datetime-local',
  PhoneNumber: 'tel',
  Secret: 'password',
}

function Answer({ question, label, words }: AnswerProps) {
  const t = useT()
  const { type, choices, key } = question
  switch (type) {
    case 'Select':
    case 'MSelect':
      if (type === 'Select' && question.appearance.includes('minimal')) {
        return (
          <select aria-label={label} className={classes['input']}>
            {choices.map((choice) => (
              <option key={choice.key}>{words(choice.label) || choice.value}</option>
            ))}
          </select>
        )
      }
      return choices.map((choice) => (
        <label key={choice.key} className={classes['choice']}>
          <input type={type === 'Select' ? 'radio' : 'checkbox'} name={`preview-${key}`} />
          {words(choice.label) || choice.value}
        </label>
      ))
    case 'SelectDynamic':
    case 'MSelectDynamic':
      return <p className={classes['hint']}>{t('question.preview.choices')}</p>
    case 'Image':
    case 'Audio':
    case 'Video':
    case 'Document':
    case 'Signature':
    case 'Barcode':
    case 'Geopoint':
      return <p className={classes['box']}>{t('question.preview.device')}</p>
    case 'Group':
    case 'FieldList':
    case 'Repeat':
      return (
        <p className={classes['hint']}>
          {t('question.preview.group', { count: question.children.length })}
        </p>
      )
    case 'Trigger':
      return question.appearance.includes('minimal') ? null : (
        <button type="button" className={classes['box']}>
          OK
        </button>
      )
    default:
      return <input aria-label={label} type={inputs[type] ?? 'text'} className={classes['input']} />
  }
}
