// SPDX-License-Identifier: Apache-2.0
import {
  formsOf,
  idOf,
  mappedParts,
  menusOf,
  partOf,
  withValue,
  type AppDocument,
  type Owner,
} from './appDocument.ts'
import { isObject, same, withAt, type Json, type JsonObject } from './json.ts'

/** A value that is put into a part of the document. */
export type Put = { owner: Owner; keys: readonly string[]; value: Json | undefined }

/** What has an operation of its own, and what the server alone decides. */
const fixed = new Set([
  '_id',
  '_rev',
  'domain',
  'version',
  'doc_type',
  'copy_of',
  'unique_id',
  'modules',
  'forms',
  'xmlns',
  '_attachments',
])

/** What a path can name; other keys are put with the object that they are of. */
const nameable = /^[\w-]{1,255}$/

/** The fewest values that make the one document the other, parts that only one of them has left aside. */
export function putsBetween(before: AppDocument, after: AppDocument): Put[] {
  const puts = differences({ kind: 'app' }, [], before, after)
  const menus = new Map(menusOf(before).map((menu) => [idOf(menu), menu]))
  const forms = new Map(
    menusOf(before)
      .flatMap(formsOf)
      .map((form) => [idOf(form), form]),
  )
  for (const menu of menusOf(after)) {
    const old = menus.get(idOf(menu))
    if (old) puts.push(...differences({ kind: 'menu', id: idOf(menu) }, [], old, menu))
    for (const form of formsOf(menu)) {
      const oldForm = forms.get(idOf(form))
      if (oldForm) puts.push(...differences({ kind: 'form', id: idOf(form) }, [], oldForm, form))
    }
  }
  return puts
}

function differences(owner: Owner, keys: string[], before: JsonObject, after: JsonObject): Put[] {
  if (before === after) return []
  const all = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = all.filter(
    (key) => !(keys.length === 0 && fixed.has(key)) && !same(before[key], after[key]),
  )
  return changed.flatMap((key): Put[] => {
    const [old, next] = [before[key], after[key]]
    const path = [...keys, key]
    const goDeeper = isObject(old) && isObject(next) && path.length < 12 && namesAll(old, next)
    return goDeeper ? differences(owner, path, old, next) : [{ owner, keys: path, value: next }]
  })
}

const namesAll = (one: JsonObject, other: JsonObject) =>
  [...Object.keys(one), ...Object.keys(other)].every((key) => nameable.test(key))

/** The document with the values put into it, as far as it still has their parts. */
export function withPuts(app: AppDocument, puts: readonly Put[]): AppDocument {
  return puts.reduce(
    (before, { owner, keys, value }) =>
      partOf(before, owner) ? withValue(before, owner, keys, value) : before,
    app,
  )
}

/** The path as the server reads it. */
export function pathOfPut({ owner, keys }: Put): string {
  const behind = keys.join('.')
  return owner.kind === 'app' ? behind : `${owner.kind}s[${owner.id}].${behind}`
}

/** Whether one of two puts touches what the other does. */
export function meet(one: Put, other: Put): boolean {
  const [here, there] = [pathOfPut(one), pathOfPut(other)]
  return here === there || here.startsWith(`${there}.`) || there.startsWith(`${here}.`)
}

/** The content of an older state in the menus and forms that there are now. */
export function withContentOf(older: AppDocument, now: AppDocument): AppDocument {
  const menus = new Map(menusOf(older).map((menu) => [idOf(menu), menu]))
  const forms = new Map(
    menusOf(older)
      .flatMap(formsOf)
      .map((form) => [idOf(form), form]),
  )
  const content = mappedParts(
    now,
    (menu) => {
      const old = menus.get(idOf(menu))
      return old ? withAt(old, ['forms'], menu['forms']) : menu
    },
    (form) => forms.get(idOf(form)) ?? form,
  )
  return { ...older, modules: content['modules'] ?? [], version: now['version'] ?? null }
}
