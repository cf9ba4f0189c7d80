// SPDX-License-Identifier: Apache-2.0
import {
  formsOf,
  idOf,
  menuOf,
  menusOf,
  type AppDocument,
  type AppForm,
  type Menu,
} from './appDocument.ts'
import { listOf, textOf } from './json.ts'

export const isShadow = (menu: Menu) => textOf(menu['doc_type']) === 'ShadowModule'
export const sourceOf = (app: AppDocument, menu: Menu): Menu | undefined =>
  menuOf(app, textOf(menu['source_module_id']))

/** The type of a menu's cases; a menu that shadows another has that of the other. */
export const caseTypeOf = (app: AppDocument, menu: Menu): string =>
  textOf((isShadow(menu) ? sourceOf(app, menu) : menu)?.['case_type'])

/** The forms that a menu shows; a menu that shadows another shows those of the other. */
export function shownForms(app: AppDocument, menu: Menu): AppForm[] {
  if (!isShadow(menu)) return formsOf(menu)
  const source = sourceOf(app, menu)
  const excluded = listOf(menu['excluded_form_ids'])
  return source ? formsOf(source).filter((form) => !excluded.includes(idOf(form))) : []
}

/** A form as a menu shows it. */
export type Shown = { menu: Menu; form: AppForm }

export const allShown = (app: AppDocument): Shown[] =>
  menusOf(app).flatMap((menu) => shownForms(app, menu).map((form) => ({ menu, form })))
