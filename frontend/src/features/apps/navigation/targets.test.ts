// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import type { AppDocument } from '../document/appDocument.ts'
import { allShown } from '../document/shownForms.ts'
import { selectionsOf, targetOf, targetsOf, variablesAfter, withTarget } from './targets.ts'

const app: AppDocument = {
  langs: ['en'],
  modules: [
    {
      doc_type: 'Module',
      unique_id: 'people',
      name: { en: 'People' },
      case_type: 'person',
      forms: [
        {
          unique_id: 'register',
          name: { en: 'Register' },
          requires: 'none',
          actions: { open_case: { condition: { type: 'always' } } },
        },
        { unique_id: 'visit', name: { en: 'Visit' }, requires: 'case', actions: {} },
      ],
    },
    {
      doc_type: 'ShadowModule',
      unique_id: 'elders',
      name: { en: 'Elders' },
      source_module_id: 'people',
      excluded_form_ids: ['register'],
    },
    { doc_type: 'Module', unique_id: 'flat', name: { en: 'Flat' }, put_in_root: true, forms: [] },
    {
      doc_type: 'AdvancedModule',
      unique_id: 'pairs',
      name: { en: 'Pairs' },
      case_type: 'pair',
      forms: [
        {
          unique_id: 'join',
          name: { en: 'Join' },
          actions: {
            load_update_cases: [{ case_type: 'person', case_tag: 'mother' }, { case_type: 'pair' }],
          },
        },
      ],
    },
  ],
}

it('are all menus that can be opened and the forms as menus show them', () => {
  expect(targetsOf(app, ['en']).map(({ label }) => label)).toEqual([
    'People',
    'Elders',
    'Pairs',
    'People › Register',
    'People › Visit',
    'Elders › Visit',
    'Pairs › Join',
  ])
})

it('are found again in links, and missed where they are gone', () => {
  const targets = targetsOf(app, ['en'])
  const old = { xpath: 'true()', form_id: 'gone', datums: [{ name: 'case_id', xpath: '1' }] }
  expect(targetOf(app, old)).toBe('')
  for (const target of targets) {
    const link = withTarget(old, target)
    expect(link).toEqual({ xpath: 'true()', ...target.ids, datums: [] })
    expect(targetOf(app, link)).toBe(target.value)
  }
  const [, , , , visit] = targets
  expect(targetOf(app, { form_id: 'visit' })).toBe(visit?.value)
  expect(targetOf(app, { form_id: 'visit', form_module_id: 'pairs' })).toBe('')
  expect(targetOf(app, { module_unique_id: 'gone' })).toBe('')
})

it('need the cases of their forms, and forms know those that they had or opened', () => {
  const shown = (menuId: string, formId: string) => {
    const found = allShown(app).find(
      ({ menu, form }) => menu['unique_id'] === menuId && form['unique_id'] === formId,
    )
    if (!found) throw new Error(`${formId} is not shown`)
    return found
  }
  expect(selectionsOf(shown('people', 'register'))).toEqual([])
  expect(selectionsOf(shown('elders', 'visit'))).toEqual(['case_id'])
  expect(selectionsOf(shown('pairs', 'join'))).toEqual(['case_id_mother', 'case_id_load_pair_1'])
  expect(variablesAfter(app, shown('people', 'register'))).toEqual(['case_id_new_person_0'])
})
