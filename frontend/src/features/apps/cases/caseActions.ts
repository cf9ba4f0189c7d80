// SPDX-License-Identifier: Apache-2.0
import {
  at,
  isObject,
  objectOf,
  textOf,
  withAt,
  type Json,
  type JsonObject,
} from '../document/json.ts'

/** Which question a property is saved from; older documents say only the path (spec 10, 5.1). */
export const pathOfUpdate = (update: Json | undefined): string =>
  typeof update === 'string' ? update : textOf(at(update, 'question_path'))

export const updateOf = (path: string): JsonObject => ({
  question_path: path,
  update_mode: 'always',
})

/** The path of the question that names a case that is opened, in either shape. */
export function namePathOf(action: Json | undefined): string {
  return (
    pathOfUpdate(at(action, 'name_update')) ||
    textOf(at(action, 'name_path')) ||
    textOf(at(action, 'case_name'))
  )
}

/** Properties with the question that each is saved from. */
export function pairsOf(updates: Json | undefined): [property: string, path: string][] {
  return Object.entries(objectOf(updates)).map(([property, update]) => [
    property,
    pathOfUpdate(update),
  ])
}

/** The pairs as a document keeps them, what it says besides about each left as it is. */
export function updatesOf(pairs: [string, string][], before: Json | undefined): JsonObject {
  const known = objectOf(before)
  return Object.fromEntries(
    pairs.map(([property, path]) => {
      const old = known[property]
      return [property, isObject(old) ? { ...old, question_path: path } : updateOf(path)]
    }),
  )
}

/** The action, on if there is something for it to do. */
export function withUse(action: JsonObject, isUsed: boolean): JsonObject {
  const type = textOf(at(action, 'condition', 'type'))
  if (isUsed && type !== 'if') return withAt(action, ['condition', 'type'], 'always')
  return isUsed ? action : withAt(action, ['condition', 'type'], 'never')
}
