// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { accessDownload } from './accessFilterOf.ts'

describe('the file of the access log', () => {
  it('has the rows that the page shows', () => {
    const filter = { username: 'a@x.example', address: null, from: null, until: null }
    expect(accessDownload('demo', filter)).toBe(
      '/a/demo/data/export/access-log?username=a%40x.example',
    )
    expect(accessDownload('demo', {})).toBe('/a/demo/data/export/access-log')
  })
})
