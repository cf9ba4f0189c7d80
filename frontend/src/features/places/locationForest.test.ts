// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { locationForest, type ForestNode } from './locationForest.ts'
import type { LocationLine } from './locationLine.ts'

const line = (locationId: string): LocationLine => ({
  id: `Location:${locationId}`,
  locationId,
  name: locationId,
  siteCode: locationId,
  archived: false,
  type: { code: 'place', name: 'Place' },
  children: { totalCount: 0 },
  workers: { totalCount: 0 },
})
const draw = (nodes: ForestNode[]): string =>
  nodes
    .map(({ line: { name }, found, below }) => `${name}${found ? '!' : ''}(${draw(below)})`)
    .join(' ')

it('joins the paths to what was found where they begin alike', () => {
  const kenya = line('kenya')
  const kisumu = line('kisumu')
  const forest = locationForest([
    { line: line('ahero'), ancestors: [kenya, kisumu] },
    { line: kisumu, ancestors: [kenya] },
    { line: line('arua'), ancestors: [line('uganda')] },
  ])
  expect(draw(forest)).toBe('kenya(kisumu!(ahero!())) uganda(arua!())')
})
