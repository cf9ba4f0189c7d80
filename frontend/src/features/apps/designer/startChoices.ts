// SPDX-License-Identifier: Apache-2.0
import type { Form } from '../xform/form.ts'
import { newChoice } from '../xform/newQuestion.ts'
import { changeQuestion } from '../xform/operations.ts'
import { hasChoices } from '../xform/questionTypes.ts'
import { found } from '../xform/walk.ts'

/** Gives a new list of choices its first two, since phones take none without. */
export function withStartChoices(
  form: Form,
  key: string,
  language: string,
  words: (number: number) => string,
): Form {
  const question = found(form, key)?.question
  if (!question || !hasChoices(question.type)) return form
  const choices = [1, 2].map((number) =>
    newChoice(`${key}c${number}`, number, language, words(number)),
  )
  return changeQuestion(form, key, { choices })
}
