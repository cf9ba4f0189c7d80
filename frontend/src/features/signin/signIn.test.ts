// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import english from '../../lib/i18n/en.json'
import type { Messages } from '../../lib/i18n/languages.ts'
import { createTranslator } from '../../lib/i18n/translator.ts'
import { failureText } from './failureText.ts'
import { safeNext } from './safeNext.ts'

describe('after signing in', () => {
  it.each([
    ['/p/demo?tab=history', '/p/demo?tab=history'],
    [null, '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['https://evil.example', '/'],
  ])('%s leads to %s', (next, path) => {
    expect(safeNext(next)).toBe(path)
  })
})

describe('a refused sign-in', () => {
  const t = createTranslator(english as unknown as Messages, 'en')

  it('says how long to wait', () => {
    expect(failureText(t, { code: 'LOCKED_OUT', retryAfterSeconds: 61 })).toBe(
      'Too many attempts. Try again in 2 minutes.',
    )
  })

  it('does not say which of the two was wrong', () => {
    expect(failureText(t, { code: 'WRONG_CREDENTIALS' })).toBe(
      'The email address or the password is wrong.',
    )
  })
})
