// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { syncStateOf } from './syncStateOf.ts'

it('tells a sync that was cut short, or that the phone did not agree with, from a good one', () => {
  expect(syncStateOf({ completed: true, disagreedOn: null }).label).toBe('syncs.completed')
  expect(syncStateOf({ completed: false, disagreedOn: null }).label).toBe('syncs.cutShort')
  expect(syncStateOf({ completed: true, disagreedOn: '2026-11-21T06:15:00Z' }).label).toBe(
    'syncs.disagreed',
  )
})
