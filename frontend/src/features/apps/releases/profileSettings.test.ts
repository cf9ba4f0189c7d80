// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { linesOfSettings, settingsOfLines } from './profileSettings.ts'

describe('settings of a language profile', () => {
  it('are written one a line and read again', () => {
    const settings = { 'cc-show-saved': 'yes', 'cc-label': 'a = b' }
    expect(linesOfSettings(settings)).toBe('cc-show-saved=yes\ncc-label=a = b')
    expect(settingsOfLines(linesOfSettings(settings))).toEqual(settings)
    expect(settingsOfLines(' \n cc-show-saved = no \n')).toEqual({ 'cc-show-saved': 'no' })
  })

  it('are none where a line has no name', () => {
    expect(settingsOfLines('cc-show-saved')).toBeNull()
    expect(settingsOfLines('=yes')).toBeNull()
  })
})
