// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { oddForm, sourceOf, sources } from '../testing/sources.ts'
import { meaningOf } from '../testing/meaning.ts'
import { readForm } from './readForm.ts'
import { UnreadableForm } from './UnreadableForm.ts'
import { visited } from './walk.ts'
import { writeForm } from './writeForm.ts'

const typesIn = (source: string) =>
  Object.fromEntries(visited(readForm(source)).map(({ path, question }) => [path, question.type]))

describe('a form that is read and written', () => {
  it.each([...sources, ['odd', oddForm]])('means the same: %s', (_, source) => {
    expect(meaningOf(writeForm(readForm(source)))).toEqual(meaningOf(source))
  })

  it.each([...sources, ['odd', oddForm]])('is written in the same way again: %s', (_, source) => {
    const written = writeForm(readForm(source))
    expect(writeForm(readForm(written))).toBe(written)
  })
})

describe('questions of a source', () => {
  it('have every type of the builder', () => {
    expect(typesIn(sourceOf('sv_form'))).toMatchObject({
      '/data/welcome': 'Trigger',
      '/data/basics': 'FieldList',
      '/data/basics/pin': 'Secret',
      '/data/basics/nid': 'Long',
      '/data/times': 'Group',
      '/data/times/dt': 'DateTime',
      '/data/bmi': 'DataBindOnly',
      '/data/smokes': 'Select',
      '/data/symptoms': 'MSelect',
      '/data/region': 'SelectDynamic',
      '/data/where': 'Geopoint',
      '/data/code': 'Barcode',
      '/data/doc': 'Document',
      '/data/sign': 'Signature',
      '/data/child': 'Repeat',
      '/data/child/pos': 'DataBindOnly',
    })
    expect(typesIn(oddForm)).toMatchObject({
      '/data/save': 'SaveToCase',
      '/data/visits': 'Repeat',
      '/data/visits/item/note': 'Text',
    })
  })

  it('show hashtags where the source has paths', () => {
    const [bmi] = visited(readForm(sourceOf('sv_form'))).filter(({ path }) => path === '/data/bmi')
    expect(bmi?.question.calculate.text).toContain('if(#form/height > 0')
    const [count] = visited(readForm(sourceOf('hh_add'))).filter(
      ({ path }) => path === '/data/new_count',
    )
    expect(count?.question.calculate.text).toBe('coalesce(#case/n_members, 0) + 1')
  })

  it('keep what the builder does not know', () => {
    const written = writeForm(readForm(oddForm))
    for (const part of [
      '<x:note>keep me</x:note>',
      'x:colour="green"',
      '<x:badge/>',
      'Spare',
      'jr:preload=',
    ]) {
      expect(written).toContain(part)
    }
    expect(readForm(oddForm).languages).toEqual(['en', 'fr'])
  })

  it('cannot be had of a body that is not built as its data', () => {
    const flat =
      '<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><model><instance><data xmlns="x"><g><a/></g></data></instance></model></h:head><h:body><input ref="/data/g/a"/></h:body></h:html>'
    expect(() => readForm(flat)).toThrow(UnreadableForm)
    expect(() => readForm('<html/>')).toThrow(UnreadableForm)
    expect(() => readForm('<h:html')).toThrow(UnreadableForm)
  })
})
