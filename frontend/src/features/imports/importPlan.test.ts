// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { columnsOf, guessed, misnamed } from './importPlan.ts'

describe('a first guess', () => {
  it('finds the column that cases are found by', () => {
    expect(guessed(['Name', 'case_id'])).toMatchObject({
      searchField: 'CASE_ID',
      searchColumn: 'case_id',
    })
    expect(guessed(['No', 'Full name'])).toMatchObject({
      searchField: 'EXTERNAL_ID',
      searchColumn: 'No',
    })
  })

  it('makes names of headers that are none', () => {
    expect(
      guessed(['id', 'Full name', 'Weight (kg)', 'Âge', '2nd visit', 'owner']).targets,
    ).toEqual({
      id: 'id',
      'Full name': 'name',
      'Weight (kg)': 'weight_kg',
      Âge: 'Âge',
      '2nd visit': '_2nd_visit',
      owner: 'owner_name',
    })
  })
})

describe('a plan', () => {
  const plan = {
    ...guessed(['id', 'a', 'b']),
    targets: { id: 'id', a: ' weight ', b: '' },
  }

  it('leaves out what has no target, and the column of the search', () => {
    expect(columnsOf(plan)).toEqual([{ header: 'a', target: 'weight' }])
  })

  it('tells what cannot be', () => {
    expect(misnamed({ ...plan, targets: { a: 'two words', b: 'fine' } })).toEqual(['a'])
    expect(misnamed({ ...plan, targets: { a: 'same', b: 'same' } })).toEqual(['a', 'b'])
  })
})
