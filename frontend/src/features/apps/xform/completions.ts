// SPDX-License-Identifier: Apache-2.0
import { functions } from './functions.ts'

export type Completion = { text: string; note: string; kind: 'question' | 'property' | 'function' }

/** The word before the caret that completion would finish. */
export function wordBefore(text: string, caret: number): string {
  return /(?:#[\w/.-]*|(?<![\w/.'"-])[A-Za-z][\w:-]*)$/.exec(text.slice(0, caret))?.[0] ?? ''
}

const most = 8

/** What the word may become, the closest first. */
export function completionsOf(word: string, names: readonly Completion[]): Completion[] {
  if (!word) return []
  const wanted = word.toLowerCase()
  const all = word.startsWith('#') ? names : functionCompletions
  const matching = (test: (text: string) => boolean) =>
    all.filter(({ text, note }) => test(text.toLowerCase()) || test(note.toLowerCase()))
  const inside = wanted.replace(/^#(?:form|case|user)?\/?/, '')
  const starts = all.filter(({ text }) => text.toLowerCase().startsWith(wanted))
  const parts = word.startsWith('#') && inside ? matching((text) => text.includes(inside)) : []
  const found = [...new Set([...starts, ...parts])]
  return found.some(({ text }) => text === word) ? [] : found.slice(0, most)
}

const functionCompletions: Completion[] = Object.entries(functions).map(([name, parameters]) => ({
  text: `${name}(`,
  note: parameters ? `${name}(${parameters})` : `${name}()`,
  kind: 'function',
}))

/** The text with the word before the caret replaced, and where the caret then stands. */
export function completed(text: string, caret: number, by: string): [text: string, caret: number] {
  const start = caret - wordBefore(text, caret).length
  const next = by.endsWith('(') && functions[by.slice(0, -1)] === '' ? `${by})` : by
  return [text.slice(0, start) + next + text.slice(caret), start + next.length]
}
