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

it('puts what was chosen in the place of the word', () => {
  expect(completed('1 + #fo', 7, '#form/age')).toEqual(['1 + #form/age', 13])
  expect(completed('tod > 1', 3, 'today(')).toEqual(['today() > 1', 7])
  expect(completed('coal', 4, 'coalesce(')).toEqual(['coalesce(', 9])
})
