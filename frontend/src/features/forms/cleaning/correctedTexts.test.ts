// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { corrected, labelOf, type FormText } from './correctedTexts.ts'

const answer: FormText = { path: '/data/visit/weight', value: '31', caseId: null }
const saved: FormText = { path: '/data/case/update/weight', value: '31', caseId: 'c1' }
const other: FormText = { path: '/data/case/update/age', value: '31', caseId: 'c1' }
const texts = [answer, saved, other]

it('changes what was saved to a case along with its question', () => {
  expect(corrected(texts, {}, answer, '3.1')).toEqual({
    [answer.path]: '3.1',
    [saved.path]: '3.1',
  })
})

it('leaves alone what was changed by itself', () => {
  const byHand = corrected(texts, {}, saved, '3')
  expect(byHand).toEqual({ [saved.path]: '3' })
  expect(corrected(texts, byHand, answer, '3.1')).toEqual({
    [saved.path]: '3',
    [answer.path]: '3.1',
  })
})

it('forgets what is as it was', () => {
  expect(corrected(texts, corrected(texts, {}, answer, '3.1'), answer, '31')).toEqual({})
})

it('names answers by their place and values of cases by their name', () => {
  expect(texts.map(labelOf)).toEqual(['visit / weight', 'weight', 'age'])
})
