// SPDX-License-Identifier: Apache-2.0
import { Textarea } from '@mantine/core'
import { useId, useRef, useState, type KeyboardEvent } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { completed, completionsOf, wordBefore, type Completion } from '../xform/completions.ts'
import classes from './CompletingText.module.css'
import { useFindings } from './useFindings.ts'

type Props = {
  label: string
  description?: string | undefined
  names: readonly Completion[]
  value: string
  error?: string | undefined
  onChange: (text: string) => void
}

/**
 * A field for expressions. What may come next is offered below it; the arrow keys choose, Tab or Enter takes it. What the
 * server finds wrong is said where `error` says nothing.
 */
export function CompletingText(props: Props) {
  const { label, description, names, onChange } = props
  // What is typed may end with a space that is not kept.
  const [typed, setTyped] = useState(props.value)
  const value = typed.trim() === props.value.trim() ? typed : props.value
  const findings = useFindings(value, !props.error)
  const error = props.error ?? (findings.length > 0 ? findings.join(' ') : undefined)
  const t = useT()
  const listId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [active, setActive] = useState(0)
  const offered = caret === null ? [] : completionsOf(wordBefore(value, caret), names)
  const current = Math.min(active, offered.length - 1)

  const take = (completion: Completion) => {
    const [text, next] = completed(value, caret ?? value.length, completion.text)
    setTyped(text)
    onChange(text)
    setCaret(next)
    setActive(0)
    requestAnimationFrame(() => {
      field.current?.focus()
      field.current?.setSelectionRange(next, next)
    })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const chosen = offered[current]
    if (!chosen) return
    if (event.key === 'ArrowDown') setActive((current + 1) % offered.length)
    else if (event.key === 'ArrowUp') setActive((current + offered.length - 1) % offered.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(chosen)
    else if (event.key === 'Escape') setCaret(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className={classes['field']}>
      <Textarea
        ref={field}
        label={label}
        description={description}
        error={error}
        autosize
        minRows={1}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        classNames={{ input: classes['input'] ?? '' }}
        aria-autocomplete="list"
        aria-controls={listId}
        aria-activedescendant={offered.length > 0 ? `${listId}-${current}` : undefined}
        value={value}
        onChange={({ currentTarget }) => {
          setCaret(currentTarget.selectionStart)
          setActive(0)
          setTyped(currentTarget.value)
          onChange(currentTarget.value)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setCaret(null)}
      />
      <span role="status" className="visuallyHidden">
        {offered.length > 0 && t('expression.offered', { count: offered.length })}
      </span>
      <div
        id={listId}
        role="listbox"
        aria-label={label}
        className={classes['list']}
        hidden={offered.length === 0}
      >
        {offered.map((completion, index) => (
          <div
            key={completion.text}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            className={classes['option']}
            // Before the click ends, since the field must keep the focus.
            onMouseDown={(event) => {
              event.preventDefault()
              take(completion)
            }}
          >
            <code>{completion.text}</code>
            <span className={classes['note']}>{completion.note}</span>
          </div>
        ))}
      </div>
    </div>
  )
}
