// SPDX-License-Identifier: Apache-2.0
import { useId, useState, type KeyboardEvent } from 'react'
import { useT } from '../lib/i18n/I18nContext.tsx'
import classes from './SearchList.module.css'

export type SearchItem = { value: string; label: string; note: string; current?: boolean }

type Props = {
  label: string
  items: SearchItem[]
  text: string
  onText: (text: string) => void
  onOpen: (value: string) => void
  waiting: boolean
  empty: string
}

/** A search field with its results below; the arrow keys move the mark, Enter opens. */
export function SearchList({ label, items, text, onText, onOpen, waiting, empty }: Props) {
  const t = useT()
  const listId = useId()
  const [marked, setMarked] = useState(0)
  const at = Math.min(marked, items.length - 1)
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && items.length > 0) {
      event.preventDefault()
      const next = (at + step + items.length) % items.length
      setMarked(next)
      document.getElementById(`${listId}-${next}`)?.scrollIntoView({ block: 'nearest' })
    }
    const item = items[at]
    if (event.key === 'Enter' && item) onOpen(item.value)
  }
  return (
    <>
      <input
        className={classes['input']}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={items.length > 0 ? `${listId}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder={label}
        value={text}
        onChange={(event) => {
          onText(event.currentTarget.value)
          setMarked(0)
        }}
        onKeyDown={onKeyDown}
        data-autofocus
      />
      <div id={listId} role="listbox" aria-label={label} className={classes['list']} tabIndex={-1}>
        {items.map((item, index) => (
          // The keyboard works on the field above, which names the marked line.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={item.value}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            data-current={item.current || undefined}
            className={classes['item']}
            onClick={() => onOpen(item.value)}
            onPointerMove={() => setMarked(index)}
          >
            <span>{item.label}</span>
            <span className={classes['note']}>{item.note}</span>
          </div>
        ))}
      </div>
      <p role="status" className={classes['status']}>
        {items.length === 0 && (waiting ? t('state.loading') : empty)}
      </p>
    </>
  )
}
