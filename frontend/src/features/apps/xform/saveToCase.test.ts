// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { oddForm, sourceOf } from '../testing/sources.ts'
import { expressionOf } from './expressions.ts'
import { addQuestion, renameQuestion } from './operations.ts'
import { readForm } from './readForm.ts'
import { newCaseSave, readCaseSave, withCaseSave } from './saveToCase.ts'
import { visited } from './walk.ts'
import { writeForm } from './writeForm.ts'

describe('a Save to Case', () => {
  it('is read as it stands', () => {
    const form = readForm(oddForm)
    const key = visited(form).find(({ path }) => path === '/data/save')?.question.key ?? ''
    expect(readCaseSave(form, key)).toMatchObject({
      creates: false,
      closes: false,
      caseId: { expanded: "instance('commcaresession')/session/data/case_id" },
      properties: [{ name: 'weight', value: { text: '#form/weight' } }],
    })
  })

  it('is written so that it is read in the same way, and follows what it names', () => {
    const start = readForm(sourceOf('hh_visit'))
    const [added, key] = addQuestion(start, 'SaveToCase', { parent: null, index: 0 })
    const text = (each: string) => expressionOf(each, added)
    const save = {
      ...newCaseSave,
      caseId: text('uuid()'),
      creates: true,
      name: text('#form/visit_label'),
      ownerId: text("'-'"),
      properties: [{ name: 'weight', value: text('#form/weight') }],
      closes: true,
      closeCondition: text("#form/weight = ''"),
    }
    const form = withCaseSave(added, key, save, 'visit')
    const weight = visited(form).find(({ path }) => path === '/data/weight')?.question.key ?? ''
    const source = writeForm(renameQuestion(form, weight, 'kilos'))
    const again = readForm(source)
    const found = again.questions[0]
    expect(found).toMatchObject({ type: 'SaveToCase', caseType: 'visit' })
    expect(readCaseSave(again, found?.key ?? '')).toEqual({
      ...save,
      properties: [{ name: 'weight', value: text('#form/kilos') }],
      closeCondition: text("#form/kilos = ''"),
    })
    expect(source).toContain('calculate="/data/meta/timeEnd"')
    expect(source).toContain(`calculate="'visit'"`)
  })

  it('keeps indices that it has', () => {
    const source = oddForm
      .replace('<update><weight/></update>', '<index><parent case_type="person"/></index>')
      .replace('/data/save/case/update/weight', '/data/save/case/index/parent')
    const form = readForm(source)
    const key = visited(form).find(({ path }) => path === '/data/save')?.question.key ?? ''
    const written = writeForm(withCaseSave(form, key, newCaseSave, 'visit'))
    expect(written).toContain('<parent case_type="person"/>')
    expect(written).toContain('nodeset="/data/save/case/index/parent"')
  })
})
