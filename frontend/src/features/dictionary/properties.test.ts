// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import type { Property } from './dictionaryQuery.ts'
import { matching, placesAfter, sectionsOf } from './properties.ts'

const property = (name: string, group = '', more: Partial<Property> = {}): Property => ({
  name,
  label: '',
  description: '',
  dataType: 'PLAIN',
  deprecated: false,
  group,
  allowedValues: [],
  fhirPath: '',
  safeToDelete: true,
  ...more,
})

const group = { number: 1, name: 'Health', description: '', deprecated: false }

const names = (places: { name: string }[]) => places.map(({ name }) => name)

it('shows each group with its properties and the others at the end', () => {
  const sections = sectionsOf([group], [property('weight', 'Health'), property('village')])
  expect(sections.map(({ group: of }) => of?.name ?? null)).toEqual(['Health', null])
  expect(sections[1]?.properties.map(({ name }) => name)).toEqual(['village'])
  expect(sectionsOf([group], [property('weight', 'Health')])).toHaveLength(1)
  expect(sectionsOf([], [])).toHaveLength(1)
})

it('finds properties by any of their words', () => {
  const all = [
    property('edd', '', { label: 'Expected day of delivery' }),
    property('old', '', { deprecated: true }),
  ]
  expect(matching(all, 'DELIVERY', false).map(({ name }) => name)).toEqual(['edd'])
  expect(matching(all, '', false).map(({ name }) => name)).toEqual(['edd'])
  expect(matching(all, '', true)).toHaveLength(2)
})

it('moves one and gives all of them their places', () => {
  expect(placesAfter(['a', 'b', 'c'], ['a', 'b', 'c'], 'c', -1)).toEqual([
    { name: 'a', place: 0 },
    { name: 'c', place: 1 },
    { name: 'b', place: 2 },
  ])
  expect(placesAfter(['a', 'b'], ['a', 'b'], 'b', 1)).toEqual([])
})

it('moves past the next one that is shown, whatever is hidden between', () => {
  expect(names(placesAfter(['a', 'x', 'y', 'b'], ['a', 'b'], 'b', -1))).toEqual([
    'b',
    'a',
    'x',
    'y',
  ])
  expect(names(placesAfter(['a', 'x', 'b', 'y'], ['a', 'b'], 'a', 1))).toEqual(['x', 'b', 'a', 'y'])
  expect(placesAfter(['x', 'a'], ['a'], 'a', -1)).toEqual([])
})
