// SPDX-License-Identifier: Apache-2.0
import type { AppDocument } from '../document/appDocument.ts'
import { pathOfPut, putsBetween, type Put } from '../document/puts.ts'
import type { Json } from '../document/json.ts'
import type { Form } from '../xform/form.ts'
import { writeForm } from '../xform/writeForm.ts'

/** An application as its builder has it: the document, and those of its forms that were opened. */
export type Draft = {
  readonly document: AppDocument
  readonly forms: Readonly<Record<string, Form>>
}

export type MenuKind = 'BASIC' | 'ADVANCED' | 'SHADOW'

/** A change as the server takes it. */
export type Change =
  | { put: { path: string; value: Json } }
  | { addMenu: { name: string; kind: MenuKind; caseType: string; sourceMenuId?: string } }
  | { addForm: { menuId: string; name: string; kind: 'SURVEY' | 'REGISTRATION' | 'FOLLOWUP' } }
  | { copyForm: { formId: string; name: string } }
  | { remove: string }
  | { move: { id: string; menuId?: string; position: number } }
  | { putSource: { formId: string; source: string; basedOn: string } }

/** The forms that differ between two drafts. */
export function changedForms(before: Draft, after: Draft): string[] {
  return Object.keys(after.forms).filter(
    (id) => before.forms[id] !== undefined && before.forms[id] !== after.forms[id],
  )
}

export const isChanged = (before: Draft, after: Draft) =>
  before !== after &&
  (putsBetween(before.document, after.document).length > 0 ||
    changedForms(before, after).length > 0)

export function putChange(put: Put): Change {
  return { put: { path: pathOfPut(put), value: put.value ?? null } }
}

/** All that makes the draft of the server the one that is here. */
export function changesBetween(
  before: Draft,
  after: Draft,
  digests: Readonly<Record<string, string>>,
): Change[] {
  const sources = changedForms(before, after).map((formId): Change => {
    const form = after.forms[formId]
    const source = form ? writeForm(form) : ''
    return { putSource: { formId, source, basedOn: digests[formId] ?? '' } }
  })
  return [...putsBetween(before.document, after.document).map(putChange), ...sources]
}
