// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { everything, toggled, nothing } from '../../ui/selection/selected.ts'
import { selectionOf } from './deeds.ts'

const filter = { search: 'am', active: true, groupId: 'g1', locationId: null }

it('sends the ids of workers who were chosen one by one', () => {
  expect(selectionOf(toggled(nothing, 'u1', ['u1', 'u2']), filter)).toEqual({ ids: ['u1'] })
})

it('sends every filter of the list when all that match are chosen', () => {
  expect(selectionOf(everything, filter)).toEqual({ mobileWorkers: filter })
})
