// SPDX-License-Identifier: Apache-2.0
import type { Form, Question } from '../xform/form.ts'
import { holdsQuestions } from '../xform/questionTypes.ts'
import { shownWords } from '../xform/texts.ts'
import { visited } from '../xform/walk.ts'

export type QuestionOption = {
  value: string
  label: string
  id: string
  /** The path of the repeat group that it is in. */
  repeat: string | null
}

/** The questions that can be saved, loaded or asked about, by their path. */
export function questionOptions(form: Form, language: string): QuestionOption[] {
  const repeats: string[] = []
  return visited(form).flatMap(({ question, path }) => {
    if (question.type === 'Repeat') repeats.push(path)
    if (holdsQuestions(question.type) || question.type === 'SaveToCase') return []
    const repeat = repeats.findLast((each) => path.startsWith(`${each}/`)) ?? null
    return [{ value: path, label: optionLabel(question, form, language), id: question.id, repeat }]
  })
}

function optionLabel({ id, label }: Question, form: Form, language: string): string {
  const words = shownWords(label, language, form.languages).replaceAll(/<output[^>]*>/g, '…')
  return words ? `${words} (${id})` : id
}

/** The paths of the repeat groups. */
export const repeatsOf = (form: Form): string[] =>
  visited(form).flatMap(({ question, path }) => (question.type === 'Repeat' ? [path] : []))
