// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext, useSyncExternalStore } from 'react'
import {
  partOf,
  type AppDocument,
  type Owner,
  withValue,
  languagesOf,
} from '../document/appDocument.ts'
import { at, type Json } from '../document/json.ts'
import type { Form } from '../xform/form.ts'
import type { AppEditing } from './AppEditing.ts'
import type { EditingState } from './editingState.ts'

export const EditingContext = createContext<AppEditing | null>(null)

export function useEditing(): AppEditing {
  const editing = useContext(EditingContext)
  if (!editing) throw new Error('useEditing needs a builder above it')
  return editing
}

/** What the builder shows of its state; `select` answers the same object as long as that has not changed. */
export function useEditingState<Part>(select: (state: EditingState) => Part): Part {
  const editing = useEditing()
  return useSyncExternalStore(editing.subscribe, () => select(editing.current()))
}

export const useAppDocument = (): AppDocument =>
  useEditingState((state) => state.history.present.document)

export const useLanguages = (): string[] => languagesOf(useAppDocument())

export const useXForm = (formId: string): Form | undefined =>
  useEditingState((state) => state.history.present.forms[formId])

/** A value of the document, and what changes it; changes of one value in a row are one step to undo. */
export function useValue(
  owner: Owner,
  ...keys: string[]
): [Json | undefined, (value: Json | undefined) => void] {
  const editing = useEditing()
  const value = useEditingState((state) =>
    at(partOf(state.history.present.document, owner), ...keys),
  )
  const mark = `${JSON.stringify(owner)} ${keys.join('.')}`
  const set = (next: Json | undefined) =>
    editing.changeDocument((app) => withValue(app, owner, keys, next), mark)
  return [value, set]
}
