// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { completed, completionsOf, wordBefore, type Completion } from './completions.ts'

const names: Completion[] = [
  { text: '#form/age', note: 'How old?', kind: 'question' },
  { text: '#form/child/name', note: 'Name', kind: 'question' },
  { text: '#case/village', note: '', kind: 'property' },
]
const texts = (word: string) => completionsOf(word, names).map(({ text }) => text)

it('finds the word that is being typed', () => {
  expect(wordBefore('1 + #form/ag', 12)).toBe('#form/ag')
  expect(wordBefore('if(tod', 6)).toBe('tod')
  expect(wordBefore('#form/age > 3', 9)).toBe('#form/age')
  expect(wordBefore("'tod", 4)).toBe('')
  expect(wordBefore("village = 'Kibera na", 20)).toBe('')
  expect(wordBefore("village = 'Kibera' and na", 25)).toBe('na')
  expect(wordBefore('@sta', 4)).toBe('@sta')
  expect(wordBefore('./@sta', 6)).toBe('')
  expect(wordBefore('1 + ', 4)).toBe('')
})

it('offers questions by their id and their label, case properties, and functions', () => {
  expect(texts('#')).toEqual(['#form/age', '#form/child/name', '#case/village'])
  expect(texts('#form/name')).toEqual(['#form/child/name'])
  expect(texts('#old')).toEqual(['#form/age'])
  expect(texts('#vil')).toEqual(['#case/village'])
  expect(texts('toda')).toEqual(['today('])
  expect(texts('#form/age')).toEqual([])
})

it('offers names that stand by themselves, and names whose tag was left out', () => {
  const ofCases: Completion[] = [
    { text: 'village', note: 'Where they live', kind: 'property' },
    { text: '@status', note: '', kind: 'property' },
    ...names,
  ]
  const offered = (word: string) => completionsOf(word, ofCases).map(({ text }) => text)
  expect(offered('vil')).toEqual(['village', '#case/village'])
  expect(offered('live')).toEqual(['village'])
  expect(offered('@')).toEqual(['@status'])
  expect(offered('#vil')).toEqual(['#case/village'])
  expect(offered('ag')).toEqual(['village', '#form/age'])
  expect(offered('and')).toEqual([])
  expect(texts('age')).toEqual(['#form/age'])
})

it('puts what was chosen in the place of the word', () => {
  expect(completed('1 + #fo', 7, '#form/age')).toEqual(['1 + #form/age', 13])
  expect(completed('tod > 1', 3, 'today(')).toEqual(['today() > 1', 7])
  expect(completed('coal', 4, 'coalesce(')).toEqual(['coalesce(', 9])
})
