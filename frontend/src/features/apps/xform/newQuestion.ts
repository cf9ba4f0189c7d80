// SPDX-License-Identifier: Apache-2.0
import { noExpression, noText, nothingKept, type Choice, type Question } from './form.ts'
import { hasChoices, hasItemset, shapeOf, type QuestionType } from './questionTypes.ts'
import { withWords } from './texts.ts'

export type NewQuestion = { key: string; id: string; type: QuestionType; choices?: Choice[] }

/** A question without words; a list of choices has two, to be renamed. */
export function newQuestion({ key, id, type, choices = [] }: NewQuestion): Question {
  const shape = shapeOf(type)
  return {
    key,
    id,
    type,
    namedByLabel: true,
    control: '',
    bindType: shape.bindType,
    appearance: shape.appearance ?? '',
    mediatype: shape.mediatype ?? '',
    imageSize: '',
    label: noText,
    hint: noText,
    help: noText,
    required: noExpression,
    relevant: noExpression,
    constraint: noExpression,
    message: noText,
    calculate: noExpression,
    initial: noExpression,
    initialEvent: '',
    choices: hasChoices(type) ? choices : [],
    itemset: hasItemset(type)
      ? { nodeset: noExpression, label: 'name', value: 'id', sort: '' }
      : null,
    count: noExpression,
    list: noExpression,
    fixedSize: false,
    caseType: '',
    comment: '',
    children: [],
    kept: nothingKept,
  }
}

export function newChoice(key: string, number: number, language: string, words: string): Choice {
  return {
    key,
    value: `choice${number}`,
    label: withWords(noText, language, words),
    namedByLabel: true,
  }
}
