// SPDX-License-Identifier: Apache-2.0
import type { KeyboardEvent } from 'react'

/** Moves in a tree as the arrow keys do everywhere; Enter opens the page of a line. */
export function moveInTree(event: KeyboardEvent<HTMLElement>): void {
  const item = (event.target as Element).closest<HTMLElement>('[role="treeitem"]')
  if (!item || event.altKey || event.ctrlKey || event.metaKey) return
  const move = moves[event.key]
  if (!move) return
  event.preventDefault()
  move(item, event.currentTarget)
}

const moves: Record<string, (item: HTMLElement, tree: HTMLElement) => void> = {
  ArrowDown: (item, tree) => neighbour(item, tree, 1)?.focus(),
  ArrowUp: (item, tree) => neighbour(item, tree, -1)?.focus(),
  Home: (_, tree) => itemsOf(tree)[0]?.focus(),
  End: (_, tree) => itemsOf(tree).at(-1)?.focus(),
  ArrowRight: (item) => {
    if (item.ariaExpanded === 'false') toggle(item)
    else if (item.ariaExpanded === 'true') itemsOf(item)[0]?.focus()
  },
  ArrowLeft: (item) => {
    if (item.ariaExpanded === 'true') toggle(item)
    else item.parentElement?.closest<HTMLElement>('[role="treeitem"]')?.focus()
  },
  Enter: (item) => item.querySelector('a')?.click(),
}

function itemsOf(element: HTMLElement): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>('[role="treeitem"]')]
}

function neighbour(item: HTMLElement, tree: HTMLElement, step: number): HTMLElement | undefined {
  const items = itemsOf(tree)
  return items[items.indexOf(item) + step]
}

function toggle(item: HTMLElement): void {
  item.querySelector<HTMLElement>('[data-toggle]')?.click()
}
