// SPDX-License-Identifier: Apache-2.0
import { expressionOf } from '../xform/expressions.ts'
import type { Form } from '../xform/form.ts'
import { addQuestion, changeQuestion } from '../xform/operations.ts'
import { readForm } from '../xform/readForm.ts'
import { noText } from '../xform/form.ts'
import { withWords } from '../xform/texts.ts'
import { sourceOf } from './sources.ts'

/** A form of so many questions, one in ten a group of nine, each shown after the one before it is answered. */
export function bigForm(size: number): Form {
  let form: Form = { ...readForm(sourceOf('form_fb')), questions: [] }
  let parent: string | null = null
  let inParent = 0
  let before = ''
  for (let number = 0; number < size; number += 1) {
    const isGroup = number % 10 === 0
    const target = isGroup
      ? { parent: null, index: form.questions.length }
      : { parent, index: inParent }
    const [next, key]: [Form, string] = addQuestion(form, isGroup ? 'Group' : 'Text', target)
    if (isGroup) parent = key
    inParent = isGroup ? 0 : inParent + 1
    form = changeQuestion(next, key, {
      label: withWords(noText, 'en', `Question ${number}`),
      relevant: expressionOf(before && `${before} != ''`, next),
    })
    const group = form.questions.at(-1)
    const own = group?.children.at(-1)
    if (own && group) before = `#form/${group.id}/${own.id}`
  }
  return form
}
