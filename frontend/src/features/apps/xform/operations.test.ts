// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { bigForm } from '../testing/bigForm.ts'
import { oddForm, sourceOf } from '../testing/sources.ts'
import { duplicateQuestion } from './duplicate.ts'
import { expressionOf } from './expressions.ts'
import type { Form } from './form.ts'
import { freeId, idFromLabel, idProblem } from './names.ts'
import {
  addQuestion,
  changeQuestion,
  changeType,
  moveQuestion,
  removeQuestion,
  renameQuestion,
} from './operations.ts'
import { readForm } from './readForm.ts'
import { withWords } from './texts.ts'
import { visited } from './walk.ts'
import { writeForm } from './writeForm.ts'

const survey = () => readForm(sourceOf('sv_form'))
const at = (form: Form, path: string) => visited(form).find((each) => each.path === path)?.question
const keyOf = (form: Form, path: string) => at(form, path)?.key ?? ''
const ids = (form: Form) => form.questions.map(({ id }) => id)

describe('a question that gets another id', () => {
  it('is named so wherever it was named before', () => {
    const form = renameQuestion(survey(), keyOf(survey(), '/data/height'), 'tall')
    expect(at(form, '/data/bmi')?.calculate).toEqual({
      text: "if(#form/tall > 0 and #form/weight > 0, round(#form/weight div pow(#form/tall, 2) * 10) div 10, '')",
      expanded:
        "if(/data/tall > 0 and /data/weight > 0, round(/data/weight div pow(/data/tall, 2) * 10) div 10, '')",
    })
    expect(writeForm(form)).not.toMatch(/data\/height|form\/height/)
  })

  it('takes what is inside it along', () => {
    const form = renameQuestion(survey(), keyOf(survey(), '/data/child'), 'kid')
    expect(at(form, '/data/child_names')?.calculate.text).toBe("join(', ', #form/kid/cname)")
    expect(at(form, '/data/kid/pos')?.calculate.text).toBe('position(..)')
    expect(writeForm(form)).toContain("jr:itext('kid/cname-label')")
  })

  it('is named so in choices from data, in texts, and in what saves to a case', () => {
    const dynamic = renameQuestion(survey(), keyOf(survey(), '/data/region'), 'area')
    expect(at(dynamic, '/data/district')?.itemset?.nodeset.expanded).toContain(
      '[parent = /data/area]',
    )
    const odd = readForm(oddForm)
    const renamed = renameQuestion(odd, keyOf(odd, '/data/who'), 'person')
    expect(writeForm(renamed)).toContain(
      '<output vellum:value="#form/person" value="/data/person"/>',
    )
    const saved = renameQuestion(odd, keyOf(odd, '/data/weight'), 'kilos')
    expect(writeForm(saved)).toContain('relevant="count(/data/kilos) &gt; 0"')
    const moved = renameQuestion(odd, keyOf(odd, '/data/save'), 'visit')
    expect(writeForm(moved)).toContain('nodeset="/data/visit/case/@case_id"')
    expect(writeForm(moved)).toContain('nodeset="/data/visit/case/update/weight"')
  })

  it('cannot take the id of a sibling or what XML does not allow', () => {
    const form = survey()
    const key = keyOf(form, '/data/height')
    expect(idProblem(form, key, 'weight')).toBe('taken')
    expect(idProblem(form, key, '2nd')).toBe('signs')
    expect(idProblem(form, key, '')).toBe('empty')
    expect(idProblem(form, key, 'meta')).toBe('reserved')
    expect(idProblem(form, key, 'name')).toBeNull()
  })
})

describe('a question that moves', () => {
  it('is named by its new place', () => {
    const before = survey()
    const form = moveQuestion(before, keyOf(before, '/data/smokes'), {
      parent: keyOf(before, '/data/basics'),
      index: 0,
    })
    expect(at(form, '/data/per_day')?.relevant.expanded).toBe("/data/basics/smokes = 'yes'")
    expect(at(form, '/data/basics')?.children.map(({ id }) => id)).toEqual([
      'smokes',
      'name',
      'pin',
      'age',
      'nid',
    ])
  })

  it('goes up and down among its siblings', () => {
    const before = survey()
    const height = keyOf(before, '/data/height')
    const start = ids(before).indexOf('height')
    expect(ids(moveQuestion(before, height, { parent: null, index: start + 2 }))[start + 1]).toBe(
      'height',
    )
    expect(ids(moveQuestion(before, height, { parent: null, index: 0 }))[0]).toBe('height')
    expect(moveQuestion(before, height, { parent: null, index: start })).toBe(before)
  })

  it('does not go into itself or into a question that holds none', () => {
    const before = survey()
    const basics = keyOf(before, '/data/basics')
    expect(moveQuestion(before, basics, { parent: basics, index: 0 })).toBe(before)
    expect(moveQuestion(before, basics, { parent: keyOf(before, '/data/height'), index: 0 })).toBe(
      before,
    )
  })

  it('gets another id where its own is taken', () => {
    const before = survey()
    const form = moveQuestion(before, keyOf(before, '/data/child/cage'), { parent: null, index: 0 })
    expect(ids(form)[0]).toBe('cage')
    const taken = renameQuestion(before, keyOf(before, '/data/child/cage'), 'height')
    expect(
      ids(moveQuestion(taken, keyOf(taken, '/data/child/height'), { parent: null, index: 0 }))[0],
    ).toBe('height2')
  })
})

describe('a copy', () => {
  it('of a group speaks of its own questions', () => {
    const before = survey()
    const calculated = changeQuestion(before, keyOf(before, '/data/basics/age'), {
      relevant: expressionOf("#form/basics/name != '' and #form/height > 1", before),
    })
    const [form, key] = duplicateQuestion(calculated, keyOf(before, '/data/basics'))
    expect(at(form, '/data/basics2')?.key).toBe(key)
    expect(at(form, '/data/basics2/age')?.relevant.expanded).toBe(
      "/data/basics2/name != '' and /data/height > 1",
    )
    expect(ids(form)[ids(form).indexOf('basics') + 1]).toBe('basics2')
    expect(new Set(visited(form).map(({ question }) => question.key)).size).toBe(
      visited(form).length,
    )
  })

  it('of what saves to a case has its own rules', () => {
    const odd = readForm(oddForm)
    const [form] = duplicateQuestion(odd, keyOf(odd, '/data/save'))
    expect(form.binds.map(({ target }) => target)).toContain('/data/save2/case/update/weight')
    const gone = removeQuestion(form, keyOf(form, '/data/save'))
    expect(gone.binds.map(({ target }) => target)).toEqual([
      '/data/save2/case/update/weight',
      '/data/save2/case/@case_id',
    ])
  })
})

describe('a new question', () => {
  it('has an id that no sibling has and stands where it was put', () => {
    const [form, key] = addQuestion(survey(), 'Date', { parent: null, index: 1 })
    expect(form.questions[1]).toMatchObject({ key, type: 'Date', bindType: 'xsd:date' })
    expect(writeForm(form)).toContain(`<input vellum:ref="#form/question${key.slice(1)}"`)
  })

  it('is written in every type so that it is read as that type', () => {
    const types = [
      'Text',
      'PhoneNumber',
      'Int',
      'Double',
      'Long',
      'Date',
      'Time',
      'DateTime',
      'Select',
      'MSelect',
      'SelectDynamic',
      'MSelectDynamic',
      'Image',
      'Audio',
      'Video',
      'Document',
      'Signature',
      'Barcode',
      'Geopoint',
      'Secret',
      'Trigger',
      'Group',
      'FieldList',
      'Repeat',
      'DataBindOnly',
      'SaveToCase',
    ] as const
    const form = types.reduce(
      (before, type, index) => addQuestion(before, type, { parent: null, index })[0],
      survey(),
    )
    const again = readForm(writeForm(form))
    expect(again.questions.slice(0, types.length).map(({ type }) => type)).toEqual(types)
  })

  it('in a repeat group starts anew in each repetition', () => {
    const before = survey()
    const [form, key] = addQuestion(before, 'Date', {
      parent: keyOf(before, '/data/trip'),
      index: 0,
    })
    const started = changeQuestion(form, key, { initial: expressionOf('today()', form) })
    expect(writeForm(started)).toMatch(
      /event="jr-insert" ref="\/data\/trip\/question\d+" value="today\(\)"/,
    )
  })

  it('of the case brings what phones need to answer it', () => {
    const before = readForm(sourceOf('form_fb'))
    const [form, key] = addQuestion(before, 'DataBindOnly', { parent: null, index: 0 })
    const source = writeForm(
      changeQuestion(form, key, { calculate: expressionOf('#case/village', form) }),
    )
    expect(source).toContain('id="casedb" src="jr://instance/casedb"')
    expect(source).toContain('vellum:calculate="#case/village"')
    expect(source).toContain('"#case/village":null')
  })

  it('gets its id from its label', () => {
    expect(idFromLabel('Date of birth?')).toBe('date_of_birth')
    expect(idFromLabel('2. Prénom et nom')).toBe('prenom_et_nom')
    expect(idFromLabel('你好')).toBe('')
    expect(freeId(survey().questions, 'meta')).toBe('meta2')
  })
})

describe('other changes', () => {
  it('keep formatted text in step with what is read', () => {
    const welcome = at(survey(), '/data/welcome')
    expect(welcome && withWords(welcome.label, 'en', 'Hello').values['en']).toEqual({
      '': 'Hello',
      markdown: 'Hello',
    })
  })

  it('turn a question into another type', () => {
    const before = survey()
    const form = changeType(before, keyOf(before, '/data/height'), 'PhoneNumber')
    expect(at(readForm(writeForm(form)), '/data/height')?.type).toBe('PhoneNumber')
  })

  it('of a form with 500 questions take a few milliseconds', () => {
    const form = bigForm(500)
    const key = form.questions[250]?.children[0]?.key ?? form.questions[0]?.key ?? ''
    const start = performance.now()
    for (let number = 0; number < 20; number += 1) {
      changeQuestion(form, key, {
        label: withWords(
          form.questions[0]?.label ?? { id: null, values: {} },
          'en',
          `Label ${number}`,
        ),
      })
    }
    const each = (performance.now() - start) / 20
    expect(each).toBeLessThan(16)
  })
})
