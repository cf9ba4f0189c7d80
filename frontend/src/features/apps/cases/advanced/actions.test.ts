// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { earlier, foundBy, isTag, newLoad, newOpen, renamed, tagsOf } from './actions.ts'

const actions = {
  load_update_cases: [
    { case_type: 'household', case_tag: 'home' },
    { case_type: 'person', case_index: { tag: 'home', reference_id: 'parent' } },
    { case_type: 'x', case_tag: 'x', auto_select: { mode: 'case', value_source: 'home' } },
    { case_type: 'y', case_tag: 'y', auto_select: { mode: 'user', value_source: 'home' } },
  ],
  open_cases: [{ case_type: 'visit', case_indices: [{ tag: 'home' }, { tag: 'load_person_1' }] }],
}

it('a case without a name has that of its type and place', () => {
  expect(tagsOf(actions)).toEqual(['home', 'load_person_1', 'x', 'y', 'open_visit_0'])
})

it('a new case has a name of its own', () => {
  expect(newLoad(actions, 'person')['case_tag']).toBe('load_person_0')
  const first = { open_cases: [newOpen({}, 'visit')] }
  expect(newOpen(first, 'visit')['case_tag']).toBe('open_visit_1')
  expect(newLoad({}, '')['case_tag']).toBe('load_case_0')
})

it('what names a case follows its name, and only that', () => {
  const after = renamed(actions, 'home', 'house')
  expect(after).toMatchObject({
    load_update_cases: [
      { case_tag: 'house' },
      { case_tag: 'load_person_1', case_index: { tag: 'house', reference_id: 'parent' } },
      { auto_select: { value_source: 'house' } },
      { auto_select: { mode: 'user', value_source: 'home' } },
    ],
    open_cases: [
      { case_tag: 'open_visit_0', case_indices: [{ tag: 'house' }, { tag: 'load_person_1' }] },
    ],
  })
  expect(JSON.stringify(after)).not.toContain('null')
})

it('one goes before another', () => {
  expect(earlier(['a', 'b', 'c'], 2)).toEqual(['a', 'c', 'b'])
  expect(earlier(['a', 'b'], 0)).toEqual(['a', 'b'])
  expect(isTag('load_person_0')).toBe(true)
  expect(isTag('0 cases')).toBe(false)
})

it('a case is found in one way at a time', () => {
  expect(foundBy('case')).toMatchObject({
    auto_select: { mode: 'case', value_key: 'parent' },
    load_case_from_fixture: null,
  })
  expect(foundBy('row')).toMatchObject({
    auto_select: null,
    load_case_from_fixture: { fixture_nodeset: '' },
  })
  expect(foundBy('')).toEqual({ auto_select: null, load_case_from_fixture: null })
})
