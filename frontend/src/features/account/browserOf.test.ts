// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { browserOf } from './browserOf.ts'

it('is called as people call it', () => {
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0'
  expect(browserOf(`Mozilla/5.0 (Linux; Android 15) ${chrome} Mobile Safari/537.36`)).toBe(
    'Chrome · Android',
  )
  expect(browserOf(`Mozilla/5.0 (Windows NT 10.0) ${chrome} Safari/537.36 Edg/140.0`)).toBe(
    'Edge · Windows',
  )
  expect(browserOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 15.0; rv:145.0) Firefox/145.0')).toBe(
    'Firefox · macOS',
  )
  expect(browserOf('curl/8.9.1')).toBe('curl/8.9.1')
  expect(browserOf('')).toBeNull()
})
