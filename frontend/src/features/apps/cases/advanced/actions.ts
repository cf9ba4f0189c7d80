// SPDX-License-Identifier: Apache-2.0
import { objectOf, objectsOf, textOf, type Json, type JsonObject } from '../../document/json.ts'
import { updateOf } from '../caseActions.ts'

/** What an advanced form does with cases (spec 10, 6): those that it works on, in order, and those that it opens. */
export const loadsOf = (actions: JsonObject) => objectsOf(actions['load_update_cases'])
export const opensOf = (actions: JsonObject) => objectsOf(actions['open_cases'])

/** The names of cases that are there already say the same without being written (spec 10, 6). */
export const tagOfLoad = (load: JsonObject, position: number) =>
  textOf(load['case_tag']) || `load_${textOf(load['case_type'])}_${position}`
export const tagOfOpen = (open: JsonObject, position: number) =>
  textOf(open['case_tag']) || `open_${textOf(open['case_type'])}_${position}`

export const tagsOf = (actions: JsonObject): string[] => [
  ...loadsOf(actions).map(tagOfLoad),
  ...opensOf(actions).map(tagOfOpen),
]

/** What a case may be called in the form, so that its variable can carry the name. */
export const isTag = (tag: string) => /^[a-zA-Z][\w-]*$/.test(tag)

function freeTag(start: string, taken: readonly string[]): string {
  let number = 0
  while (taken.includes(`${start}_${number}`)) number += 1
  return `${start}_${number}`
}

export const newLoad = (actions: JsonObject, caseType: string): JsonObject => ({
  case_type: caseType,
  case_tag: freeTag(`load_${caseType || 'case'}`, tagsOf(actions)),
  case_properties: {},
  preload: {},
  close_condition: { type: 'never' },
})

/** What a case says that is found in another way from now on; empty: chosen from a list. */
export function foundBy(mode: string): JsonObject {
  const row = {
    fixture_nodeset: '',
    fixture_tag: '',
    fixture_variable: '',
    case_property: '',
    auto_select: false,
    auto_select_fixture: false,
  }
  const auto = { mode, value_source: '', value_key: mode === 'case' ? 'parent' : '' }
  return {
    auto_select: mode === '' || mode === 'row' ? null : auto,
    load_case_from_fixture: mode === 'row' ? row : null,
  }
}

export const newOpen = (actions: JsonObject, caseType: string): JsonObject => ({
  case_type: caseType,
  case_tag: freeTag(`open_${caseType || 'case'}`, tagsOf(actions)),
  name_update: updateOf(''),
  case_properties: {},
  repeat_context: '',
  open_condition: { type: 'always' },
  close_condition: { type: 'never' },
  case_indices: [],
})

/** The actions with another name for one of the cases, wherever they name it. */
export function renamed(actions: JsonObject, before: string, after: string): JsonObject {
  const link = (value: Json | undefined): JsonObject | null => {
    const index = objectOf(value)
    return index['tag'] === before ? { ...index, tag: after } : index
  }
  const inLoad = (load: JsonObject, position: number): JsonObject => {
    const auto = objectOf(load['auto_select'])
    const found = auto['mode'] === 'case' && auto['value_source'] === before
    return {
      ...load,
      case_tag: tagOfLoad(load, position) === before ? after : tagOfLoad(load, position),
      ...(load['case_index'] && { case_index: link(load['case_index']) }),
      ...(found && { auto_select: { ...auto, value_source: after } }),
    }
  }
  const inOpen = (open: JsonObject, position: number): JsonObject => ({
    ...open,
    case_tag: tagOfOpen(open, position) === before ? after : tagOfOpen(open, position),
    ...(open['case_indices'] && { case_indices: objectsOf(open['case_indices']).map(link) }),
  })
  return {
    ...actions,
    load_update_cases: loadsOf(actions).map(inLoad),
    open_cases: opensOf(actions).map(inOpen),
  }
}

/** A list with one of its entries one place earlier. */
export const earlier = <T>(list: readonly T[], index: number): T[] => {
  const each = list[index]
  return index < 1 || each === undefined
    ? [...list]
    : list.toSpliced(index, 1).toSpliced(index - 1, 0, each)
}
