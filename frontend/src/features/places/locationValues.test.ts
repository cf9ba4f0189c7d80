// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { inputOf, newLocation, shortDegrees, valuesOf } from './locationValues.ts'

it('of a location come back as they were', () => {
  const found = {
    name: 'Ahero',
    siteCode: 'ahero',
    externalId: null,
    metadata: { chief: 'Otieno' },
    latitude: '-0.1738',
    longitude: null,
  }
  expect(inputOf(valuesOf(found))).toEqual({ ...found, externalId: '', longitude: '' })
})

it('take a decimal comma and leave out what has no name', () => {
  const metadata = [{ key: 'k', name: ' ', value: 'x' }]
  const values = { ...newLocation, name: ' Ahero ', latitude: '-0,1738 ', metadata }
  expect(inputOf(values)).toMatchObject({ name: 'Ahero', latitude: '-0.1738', metadata: {} })
})

it('shows degrees without digits that say nothing', () => {
  expect(['-0.1738000000', '34.0000000000', '100', null].map(shortDegrees)).toEqual([
    '-0.1738',
    '34',
    '100',
    '',
  ])
})
