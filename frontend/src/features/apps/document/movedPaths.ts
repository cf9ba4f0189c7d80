// SPDX-License-Identifier: Apache-2.0
import { movedPath, type Moves } from '../xform/expressions.ts'
import { withValue, formPlace, type AppDocument } from './appDocument.ts'
import { isObject, type Json } from './json.ts'

/** What of a form names its questions. */
const naming = ['actions', 'case_references_data']

/** The document with the new paths of questions wherever the form's case management names the old ones. */
export function withMovedPaths(app: AppDocument, formId: string, moves: Moves): AppDocument {
  if (moves.size === 0) return app
  const form = formPlace(app, formId)?.form
  return naming.reduce((before, key) => {
    const value = form?.[key]
    if (value === undefined) return before
    return withValue(before, { kind: 'form', id: formId }, [key], moved(value, moves))
  }, app)
}

function moved(value: Json, moves: Moves): Json {
  if (typeof value === 'string') return value.startsWith('/') ? movedPath(value, moves) : value
  if (Array.isArray(value)) return (value as Json[]).map((each) => moved(each, moves))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([key, inside]) => [
    key.startsWith('/') ? movedPath(key, moves) : key,
    inside === undefined ? inside : moved(inside, moves),
  ])
  return Object.fromEntries(entries) as Json
}
