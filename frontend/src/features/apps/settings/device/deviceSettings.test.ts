// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { groups } from './deviceSettings.ts'

const profile = readFileSync('../domain/src/main/java/org/baraza/apps/compile/Profile.java', 'utf8')

it('are all that profiles of applications have, with the same defaults', () => {
  const [, all = ''] = /String all = """([^"]*)"""/.exec(profile) ?? []
  const built = Object.fromEntries(
    all
      .trim()
      .split(/\s+/)
      .map((each) => each.split('=')),
  ) as Record<string, string>
  const settings = groups.flatMap(({ settings: each }) => each)
  const properties = settings.filter(({ feature }) => !feature)
  expect(Object.keys(built).length).toBeGreaterThan(25)
  expect(Object.fromEntries(properties.map(({ key, usual }) => [key, usual]))).toEqual(built)
  for (const { key, values, usual } of settings) expect(values ?? [usual], key).toContain(usual)
})
