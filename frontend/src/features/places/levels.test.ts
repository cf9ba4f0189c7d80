// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { levelsInOrder, levelsWithin } from './levels.ts'

const levels = [
  { code: 'village', parentCode: 'ward' },
  { code: 'county', parentCode: null },
  { code: 'clinic', parentCode: 'county' },
  { code: 'ward', parentCode: 'county' },
]

describe('levels', () => {
  it('are listed from the top down, however they were made', () => {
    expect(levelsInOrder(levels).map(({ level, depth }) => `${depth} ${level.code}`)).toEqual([
      '0 county',
      '1 clinic',
      '1 ward',
      '2 village',
    ])
  })

  it('know what stands below them', () => {
    expect([...levelsWithin(levels, 'ward')]).toEqual(['ward', 'village'])
    expect([...levelsWithin(levels, 'clinic')]).toEqual(['clinic'])
  })
})
