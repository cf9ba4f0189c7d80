// SPDX-License-Identifier: Apache-2.0
import { memo, useLayoutEffect, useMemo, useRef, type DragEvent, type KeyboardEvent } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useEditing, useLanguages } from '../editing/EditingContext.tsx'
import { useFormProblems } from '../editing/ProblemsContext.tsx'
import { duplicateQuestion } from '../xform/duplicate.ts'
import type { Form, Question } from '../xform/form.ts'
import { mayMove, moveQuestion, removeQuestion } from '../xform/operations.ts'
import { shownWords } from '../xform/texts.ts'
import { visited } from '../xform/walk.ts'
import classes from './QuestionTree.module.css'
import { targetBeside, targetByKey, type Side } from './treeTargets.ts'
import { typeWords } from './typeWords.ts'

type Props = {
  formId: string
  form: Form
  chosen: string | null
  onChoose: (key: string | null) => void
}

const rowOf = (event: DragEvent) =>
  (event.target as Element).closest<HTMLElement>('[data-key]') ?? undefined
const sideOf = (event: DragEvent, row: HTMLElement): Side => {
  const { top, height } = row.getBoundingClientRect()
  const part = (event.clientY - top) / height
  if (row.dataset['holds'] && part > 0.25 && part < 0.75) return 'inside'
  return part < 0.5 ? 'before' : 'after'
}

/**
 * The questions in their order. They are moved by dragging, or by the arrow keys with Alt: up and down, out of a group
 * and into the one above.
 */
export function QuestionTree({ formId, form, chosen, onChoose }: Props) {
  const t = useT()
  const editing = useEditing()
  const languages = useLanguages()
  const tree = useRef<HTMLDivElement>(null)
  const dragged = useRef<string | null>(null)
  const focusNext = useRef(false)
  const rows = useMemo(() => visited(form), [form])
  const problems = useFormProblems(formId)
  const language = languages[0] ?? 'en'

  // A moved row is another place in the document, and so loses the focus, without another question being chosen.
  useLayoutEffect(() => {
    if (!focusNext.current || chosen === null) return
    focusNext.current = false
    tree.current?.querySelector<HTMLElement>(`[data-key="${chosen}"]`)?.focus()
  })

  const choose = (key: string | null, focus: boolean) => {
    focusNext.current = focus
    onChoose(key)
  }
  const remove = (key: string) => {
    const index = rows.findIndex(({ question }) => question.key === key)
    const path = rows[index]?.path ?? ''
    const next = rows.slice(index + 1).find((row) => !row.path.startsWith(`${path}/`))
    choose((next ?? rows[index - 1])?.question.key ?? null, true)
    editing.changeForm(formId, (before) => removeQuestion(before, key))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const focused = (event.target as HTMLElement).dataset['key']
    const index = rows.findIndex(({ question }) => question.key === focused)
    const key = rows[index]?.question.key
    if (key === undefined) return
    const go = (to: number) => {
      const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
      if (row) choose(row.question.key, true)
    }
    const target = event.altKey ? targetByKey(form, key, event.key) : null
    if (target) {
      choose(key, true)
      editing.changeForm(formId, (before) => moveQuestion(before, key, target))
    } else if (event.altKey) return
    else if (event.key === 'ArrowDown') go(index + 1)
    else if (event.key === 'ArrowUp') go(index - 1)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(rows.length - 1)
    else if (event.key === 'Delete') remove(key)
    else if (event.key === 'd' && (event.ctrlKey || event.metaKey)) {
      let copy = key
      editing.changeForm(formId, (before) => {
        const [next, added] = duplicateQuestion(before, key)
        copy = added
        return next
      })
      choose(copy, true)
    } else if (event.key === 'Enter' && key === chosen) {
      document.getElementById(`label-${key}`)?.focus()
    } else if (event.key === 'Enter' || event.key === ' ') choose(key, true)
    else return
    event.preventDefault()
  }

  const unmark = () => {
    for (const row of tree.current?.querySelectorAll<HTMLElement>('[data-drop]') ?? []) {
      delete row.dataset['drop']
    }
  }
  const targetOf = (event: DragEvent) => {
    const row = rowOf(event)
    const key = dragged.current
    if (!row || !key) return null
    const side = sideOf(event, row)
    const target = targetBeside(form, row.dataset['key'] ?? '', side)
    return target && mayMove(form, key, target) ? { row, side, target, key } : null
  }
  return (
    <div
      ref={tree}
      role="tree"
      aria-label={t('form.questions')}
      aria-describedby={`${formId}-keys`}
      tabIndex={-1}
      className={classes['tree']}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        const row = (event.target as Element).closest<HTMLElement>('[data-key]')
        if (row) choose(row.dataset['key'] ?? null, true)
      }}
      onDragStart={(event) => {
        dragged.current = rowOf(event)?.dataset['key'] ?? null
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', dragged.current ?? '')
      }}
      onDragOver={(event) => {
        unmark()
        const found = targetOf(event)
        if (!found) return
        event.preventDefault()
        found.row.dataset['drop'] = found.side
      }}
      onDragLeave={unmark}
      onDragEnd={unmark}
      onDrop={(event) => {
        unmark()
        const found = targetOf(event)
        dragged.current = null
        if (!found) return
        event.preventDefault()
        editing.changeForm(formId, (before) => moveQuestion(before, found.key, found.target))
        choose(found.key, true)
      }}
    >
      <p id={`${formId}-keys`} className="visuallyHidden">
        {t('designer.keys')}
      </p>
      {rows.map(({ question, depth, path }, index) => (
        <Row
          key={question.key}
          question={question}
          depth={depth}
          chosen={question.key === chosen}
          reachable={question.key === chosen || (chosen === null && index === 0)}
          label={shownWords(question.label, language, form.languages)}
          type={t(typeWords[question.type])}
          problem={problems.has(path) ? t('problem.error') : ''}
        />
      ))}
    </div>
  )
}

type RowProps = {
  question: Question
  depth: number
  chosen: boolean
  reachable: boolean
  label: string
  type: string
  /** '' where nothing is wrong. */
  problem: string
}

/** Drawn again only when its own question changes: a form may have hundreds. */
const Row = memo(({ question, depth, chosen, reachable, label, type, problem }: RowProps) => (
  <div
    role="treeitem"
    aria-level={depth + 1}
    aria-selected={chosen}
    tabIndex={reachable ? 0 : -1}
    draggable
    className={classes['row']}
    style={{ paddingInlineStart: 12 + depth * 20 }}
    data-key={question.key}
    data-holds={
      question.children.length > 0 || /Group|FieldList|Repeat/.test(question.type) || undefined
    }
  >
    <span className={classes['label']}>
      {label.replaceAll(/<output[^>]*>/g, '…') || question.id}
    </span>
    <span className={classes['note']}>
      <code>{question.id}</code> · {type}
      {question.required.text && ' *'}
      {problem && <b className={classes['problem']}> {problem}</b>}
    </span>
  </div>
))
Row.displayName = 'Row'
