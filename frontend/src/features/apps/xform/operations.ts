// SPDX-License-Identifier: Apache-2.0
import type { Form, Question } from './form.ts'
import { freeId } from './names.ts'
import { newQuestion } from './newQuestion.ts'
import { holdsQuestions, shapeOf, type QuestionType } from './questionTypes.ts'
import { settled } from './settle.ts'
import { found, mapped, pathsOf } from './walk.ts'

/** Where a question goes: before the one that is now at this index of the parent; null is the form itself. */
export type Target = { parent: string | null; index: number }

export function addQuestion(form: Form, type: QuestionType, target: Target): [Form, key: string] {
  const key = `q${form.nextKey}`
  const siblings = childrenOf(form, target.parent)
  const question = newQuestion({ key, id: freeId(siblings, `question${form.nextKey}`), type })
  return [{ ...inserted(form, question, target), nextKey: form.nextKey + 1 }, key]
}

/** Takes a question away with all inside it; what names it elsewhere stays and is then found by the checks. */
export function removeQuestion(form: Form, key: string): Form {
  const path = pathsOf(form).get(key)
  if (path === undefined) return form
  const stays = ({ target }: { target: string }) => !isWithin(target, path)
  return {
    ...withoutQuestion(form, key),
    binds: form.binds.filter(stays),
    setvalues: form.setvalues.filter(stays),
  }
}

/** Moves a question; whatever names it or something inside it names its new place. */
export function moveQuestion(form: Form, key: string, target: Target): Form {
  const place = found(form, key)
  if (!place || !mayMove(form, key, target)) return form
  const sameParent = (place.parent?.key ?? null) === target.parent
  const index = sameParent && target.index > place.index ? target.index - 1 : target.index
  if (sameParent && index === place.index) return form
  const lifted = withoutQuestion(form, key)
  const id = freeId(childrenOf(lifted, target.parent), place.question.id)
  const moved = {
    ...place.question,
    id,
    initialEvent: sameParent ? place.question.initialEvent : '',
  }
  return settled(form, inserted(lifted, moved, { parent: target.parent, index }))
}

/** Not into itself, and only into what holds questions. */
export function mayMove(form: Form, key: string, { parent }: Target): boolean {
  for (let above = parent; above !== null; above = found(form, above)?.parent?.key ?? null) {
    if (above === key) return false
  }
  const holder = parent === null ? undefined : found(form, parent)?.question
  return parent === null || (holder !== undefined && holdsQuestions(holder.type))
}

/** Calls a question something else, wherever it is named. */
export function renameQuestion(form: Form, key: string, id: string): Form {
  return settled(form, changeQuestion(form, key, { id, namedByLabel: false }))
}

/** What changes of a question; what comes late says it of the question as it is by then. */
export type QuestionChange = Partial<Question> | ((before: Question) => Partial<Question>)

export function changeQuestion(form: Form, key: string, change: QuestionChange): Form {
  return mapped(form, (question) => {
    if (question.key !== key) return question
    return { ...question, ...(typeof change === 'function' ? change(question) : change) }
  })
}

/** Turns a question into a kindred one; an answer it starts with and its checks stay. */
export function changeType(form: Form, key: string, type: QuestionType): Form {
  const shape = shapeOf(type)
  return changeQuestion(form, key, {
    type,
    bindType: shape.bindType,
    mediatype: shape.mediatype ?? '',
    appearance: shape.appearance ?? '',
  })
}

export const childrenOf = (form: Form, parent: string | null): readonly Question[] =>
  parent === null ? form.questions : (found(form, parent)?.question.children ?? [])

export const isWithin = (path: string, outer: string) =>
  path === outer || path.startsWith(`${outer}/`)

export function inserted(form: Form, question: Question, { parent, index }: Target): Form {
  const among = (siblings: readonly Question[]) => siblings.toSpliced(index, 0, question)
  if (parent === null) return { ...form, questions: among(form.questions) }
  return mapped(form, (each) =>
    each.key === parent ? { ...each, children: among(each.children) } : each,
  )
}

function withoutQuestion(form: Form, key: string): Form {
  const without = (siblings: readonly Question[]) => siblings.filter((each) => each.key !== key)
  const pruned = mapped(form, (each) => {
    const children = without(each.children)
    return children.length === each.children.length ? each : { ...each, children }
  })
  return { ...pruned, questions: without(pruned.questions) }
}
