// SPDX-License-Identifier: Apache-2.0

/** What was done and undone. Changes with the same mark, one after the other, are one step. */
export type History<Value> = {
  readonly past: readonly Value[]
  readonly present: Value
  readonly future: readonly Value[]
  readonly mark: string | null
}

const kept = 200

export const historyOf = <Value>(present: Value): History<Value> => ({
  past: [],
  present,
  future: [],
  mark: null,
})

/** Does a change; `mark` names the field in which somebody is typing. */
export function done<Value>(
  history: History<Value>,
  present: Value,
  mark: string | null = null,
): History<Value> {
  if (Object.is(present, history.present)) return history
  const goesOn = mark !== null && mark === history.mark
  const past = goesOn ? history.past : [...history.past.slice(1 - kept), history.present]
  return { past, present, future: [], mark }
}

export function undone<Value>(history: History<Value>): History<Value> {
  const before = history.past.at(-1)
  if (before === undefined) return history
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    mark: null,
  }
}

export function redone<Value>(history: History<Value>): History<Value> {
  const [next, ...future] = history.future
  if (next === undefined) return history
  return { past: [...history.past, history.present], present: next, future, mark: null }
}
