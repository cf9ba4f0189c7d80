// SPDX-License-Identifier: Apache-2.0
import { functions } from './functions.ts'

export type Completion = { text: string; note: string; kind: 'question' | 'property' | 'function' }

/** The word before the caret that completion would finish; within quotes there is none. */
export function wordBefore(text: string, caret: number): string {
  const before = text.slice(0, caret)
  if (/['"]/.test(before.replaceAll(/'[^']*'|"[^"]*"/g, ''))) return ''
  return /(?:#[\w/.-]*|(?<![\w/.'"@-])@?[A-Za-z][\w:/-]*)$/.exec(before)?.[0] ?? ''
}

const most = 8
const operators = new Set(['and', 'or', 'div', 'mod'])

/** What the word may become, the closest first. */
export function completionsOf(word: string, names: readonly Completion[]): Completion[] {
  if (!word || operators.has(word)) return []
  const found = [...new Set(word.startsWith('#') ? tagged(word, names) : bare(word, names))]
  return found.some(({ text }) => text === word) ? [] : found.slice(0, most)
}

const begins = (wanted: string) => (name: Completion) => name.text.toLowerCase().startsWith(wanted)
const says = (wanted: string) => (name: Completion) => name.note.toLowerCase().includes(wanted)
const isTagged = ({ text }: Completion) => text.startsWith('#')

function tagged(word: string, names: readonly Completion[]): Completion[] {
  const wanted = word.toLowerCase()
  const inside = wanted.replace(/^#(?:form|case|user)?\/?/, '')
  const contains = ({ text }: Completion) => text.toLowerCase().includes(inside)
  const all = names.filter(isTagged)
  return [
    ...all.filter(begins(wanted)),
    ...(inside ? all.filter((name) => contains(name) || says(inside)(name)) : []),
  ]
}

/** Names that stand by themselves and functions; whoever leaves out the tag of a name finds it, too. */
function bare(word: string, names: readonly Completion[]): Completion[] {
  const wanted = word.toLowerCase()
  const own = names.filter((name) => !isTagged(name))
  const close = [...own, ...functionCompletions].filter(begins(wanted))
  if (wanted.length < 2) return close
  const lastPart = ({ text }: Completion) => text.slice(text.lastIndexOf('/') + 1).toLowerCase()
  return [
    ...close,
    ...own.filter((name) => name.text.toLowerCase().includes(wanted) || says(wanted)(name)),
    ...names.filter((name) => isTagged(name) && lastPart(name).startsWith(wanted)),
  ]
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
