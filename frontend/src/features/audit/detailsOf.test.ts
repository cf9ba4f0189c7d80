// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { detailsOf } from './detailsOf.ts'

describe('the details of an event', () => {
  it('set what was and what is side by side, and say a thing once', () => {
    expect(
      detailsOf({
        changed: 'role, phone_numbers',
        role: 'Nurse',
        'old.role': 'Clerk',
        'new.role': 'Nurse',
        'old.phone_numbers': '',
        'new.phone_numbers': '254700',
      }),
    ).toEqual(['changed: role, phone_numbers', 'role: Clerk → Nurse', 'phone_numbers: ∅ → 254700'])
  })
})
