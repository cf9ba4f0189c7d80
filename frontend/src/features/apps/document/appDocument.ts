// SPDX-License-Identifier: Apache-2.0
import {
  at,
  isObject,
  listOf,
  objectOf,
  objectsOf,
  textOf,
  withAt,
  type Json,
  type JsonObject,
} from './json.ts'

/** The application document (spec 10), without the sources of its forms. */
export type AppDocument = JsonObject
export type Menu = JsonObject
export type AppForm = JsonObject

export const idOf = (part: JsonObject) => textOf(part['unique_id'])
export const menusOf = (app: AppDocument): Menu[] => objectsOf(app['modules'])
export const formsOf = (menu: Menu): AppForm[] => objectsOf(menu['forms'])
export const languagesOf = (app: AppDocument): string[] => {
  const codes = listOf(app['langs']).filter((code) => typeof code === 'string')
  return codes.length > 0 ? codes : ['en']
}

export const menuOf = (app: AppDocument, id: string) =>
  menusOf(app).find((menu) => idOf(menu) === id)

export function formPlace(
  app: AppDocument,
  id: string,
): { menu: Menu; form: AppForm; index: number } | undefined {
  for (const menu of menusOf(app)) {
    const index = formsOf(menu).findIndex((form) => idOf(form) === id)
    const form = formsOf(menu)[index]
    if (form) return { menu, form, index }
  }
  return undefined
}

/** The text in the first of the languages that has it. */
export function saidIn(texts: Json | undefined, languages: readonly string[]): string {
  if (typeof texts === 'string') return texts
  const said = objectOf(texts)
  for (const language of [...languages, ...Object.keys(said)]) {
    const words = said[language]
    if (typeof words === 'string' && words) return words
  }
  return ''
}

/** Where a value stands: in the application itself, in a menu or in a form. */
export type Owner = { kind: 'app' } | { kind: 'menu'; id: string } | { kind: 'form'; id: string }

export function partOf(app: AppDocument, owner: Owner): JsonObject | undefined {
  if (owner.kind === 'app') return app
  return owner.kind === 'menu' ? menuOf(app, owner.id) : formPlace(app, owner.id)?.form
}

/** The document with another value behind the keys of a part. */
export function withValue(
  app: AppDocument,
  owner: Owner,
  keys: readonly string[],
  value: Json | undefined,
): AppDocument {
  if (owner.kind === 'app') return withAt(app, keys, value)
  const change = (part: JsonObject) => (idOf(part) === owner.id ? withAt(part, keys, value) : part)
  return mappedParts(
    app,
    owner.kind === 'menu' ? change : (menu) => menu,
    owner.kind === 'form' ? change : (form) => form,
  )
}

export function mappedParts(
  app: AppDocument,
  changeMenu: (menu: Menu) => Menu,
  changeForm: (form: AppForm) => AppForm,
): AppDocument {
  const modules = listOf(app['modules']).map((menu) => {
    if (!isObject(menu)) return menu
    const forms = menu['forms']
    const inside = Array.isArray(forms)
      ? {
          ...menu,
          forms: (forms as Json[]).map((form) => (isObject(form) ? changeForm(form) : form)),
        }
      : menu
    return changeMenu(inside)
  })
  return { ...app, modules }
}

export type FormKind = 'SURVEY' | 'REGISTRATION' | 'FOLLOWUP'

export const isActive = (action: Json | undefined) =>
  ['if', 'always'].includes(textOf(at(action, 'condition', 'type')))

/** What a form is for (spec 10, 5); one of an advanced menu says so by the first of its cases. */
export function kindOf(menu: Menu, form: AppForm): FormKind {
  if (!isBasic(form)) {
    if (objectsOf(at(form['actions'], 'load_update_cases')).length > 0) return 'FOLLOWUP'
    return objectsOf(at(form['actions'], 'open_cases')).length > 0 ? 'REGISTRATION' : 'SURVEY'
  }
  if (!textOf(menu['case_type'])) return 'SURVEY'
  if (form['requires'] === 'case') return 'FOLLOWUP'
  return isActive(at(form['actions'], 'open_case')) ? 'REGISTRATION' : 'SURVEY'
}

/** Whether the form manages cases in the way this builder shows. */
export const isBasic = (form: AppForm) =>
  form['doc_type'] !== 'AdvancedForm' && form['doc_type'] !== 'ShadowForm'
export const isShadowForm = (form: AppForm) => form['doc_type'] === 'ShadowForm'
export const isMenuOfForms = (menu: Menu) =>
  textOf(menu['doc_type']) === 'Module' || textOf(menu['doc_type']) === 'AdvancedModule'
