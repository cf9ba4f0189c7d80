// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { movedBetween, type Line } from './moveLines.ts'

const line = (name: string, workers: number, viewDescendants = true): Line => ({
  locationId: name,
  name,
  type: { sharesCases: true, viewDescendants },
  workers: { totalCount: workers },
})
const namesOf = (lines: Line[]) => lines.map(({ name }) => name)

it('concerns those who work above on one side only and own for what stands below', () => {
  const kenya = line('Kenya', 2)
  const { losing, gaining } = movedBetween(
    [kenya, line('Kisumu', 12), line('Ahero ward', 3, false)],
    [kenya, line('Siaya', 7), line('Ugenya ward', 0)],
  )
  expect(namesOf(losing)).toEqual(['Kisumu'])
  expect(namesOf(gaining)).toEqual(['Siaya'])
})
