// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react'
import { useNavigate } from 'react-router'
import type { CurrentProject } from '../../lib/project/ProjectContext.tsx'
import { allowedEntries } from '../shell/railEntries.ts'
import { singleKeysOn } from './singleKeys.ts'

type Actions = { openPalette: () => void; openKeys: () => void }

/** Ctrl-K or ⌘K anywhere; `?`, `/` and `g` with a second key where nobody is typing. */
export function useShortcuts(current: CurrentProject | null, actions: Actions): void {
  const navigate = useNavigate()
  const goPressedAt = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        actions.openPalette()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event) || !singleKeysOn()) return
      const afterGo = event.timeStamp - goPressedAt.current < 1500
      goPressedAt.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      const target =
        afterGo && current && allowedEntries(current.may).find(({ key }) => key === event.key)
      if (target) void navigate(target.path(current.name))
      else if (event.key === '?') actions.openKeys()
      else if (event.key === '/') focusFilter(event)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [actions, current, navigate])
}

function isBusy(event: KeyboardEvent): boolean {
  const at = event.target as Element
  return at.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null
}

function focusFilter(event: KeyboardEvent): void {
  const filter = document.querySelector<HTMLInputElement>('main input[type="search"]')
  if (!filter) return
  event.preventDefault()
  filter.focus()
}
