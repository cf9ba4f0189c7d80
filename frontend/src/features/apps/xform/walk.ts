// SPDX-License-Identifier: Apache-2.0
import type { Expression, Form, Question, Text } from './form.ts'

export type Visited = {
  question: Question
  path: string
  parent: Question | null
  index: number
  depth: number
  /** Whether it stands in a repeat group, so that it may have several answers. */
  repeats: boolean
}

/** Where the children of a question live in the data. */
export function pathInside(question: Question, path: string): string {
  return question.type === 'Repeat' && question.list.text ? `${path}/item` : path
}

/** Every question with its path, parents before their children. */
export function visited(form: Form): Visited[] {
  const all: Visited[] = []
  const visit = (
    questions: readonly Question[],
    parent: Question | null,
    base: string,
    depth: number,
    repeats: boolean,
  ) => {
    for (const [index, question] of questions.entries()) {
      const path = `${base}/${question.id}`
      all.push({ question, path, parent, index, depth, repeats })
      const inRepeat = repeats || question.type === 'Repeat'
      visit(question.children, question, pathInside(question, path), depth + 1, inRepeat)
    }
  }
  visit(form.questions, null, `/${form.root}`, 0, false)
  return all
}

export function pathsOf(form: Form): Map<string, string> {
  return new Map(visited(form).map(({ question, path }) => [question.key, path]))
}

export function found(form: Form, key: string): Visited | undefined {
  return visited(form).find(({ question }) => question.key === key)
}

/** The form with some questions replaced; `change` answers the same question where it changes nothing. */
export function mapped(form: Form, change: (question: Question) => Question): Form {
  const each = (questions: readonly Question[]): readonly Question[] => {
    let same = true
    const next = questions.map((before) => {
      const children = each(before.children)
      const after = change(children === before.children ? before : { ...before, children })
      same &&= after === before
      return after
    })
    return same ? questions : next
  }
  const questions = each(form.questions)
  return questions === form.questions ? form : { ...form, questions }
}

export const logicFields = [
  'required',
  'relevant',
  'constraint',
  'calculate',
  'initial',
  'count',
  'list',
] as const
export type LogicField = (typeof logicFields)[number]

export const textFields = ['label', 'hint', 'help', 'message'] as const
export type TextField = (typeof textFields)[number]

/** Every expression that the question itself holds. */
export function logicOf(question: Question): Expression[] {
  const own = logicFields.map((field) => question[field])
  return question.itemset ? [...own, question.itemset.nodeset] : own
}

export function textsOf(question: Question): Text[] {
  return [
    ...textFields.map((field) => question[field]),
    ...question.choices.map(({ label }) => label),
  ]
}
