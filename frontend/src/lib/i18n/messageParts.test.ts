// SPDX-License-Identifier: Apache-2.0
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { firstFiles, wordsOf } from '../../../build/messages.mjs'
import english from './en.json'

const first = wordsOf(firstFiles)
const screens = readFileSync('src/app/screens.ts', 'utf8')
const screensAtOnce = [...screens.matchAll(/: \(\) => import\('([^']+)'\)/g)].map(([, path = '']) =>
  join('src/app', path),
)

it('of the first screens are few', () => {
  expect(first.has('caseList.title')).toBe(true)
  expect(first.has('moveLocation.purpose')).toBe(false)
})

it('are there for every screen that does not wait for the others', () => {
  const unsaid = screensAtOnce.flatMap((file) =>
    [...wordsOf([file])].filter((word) => word in english && !first.has(word)),
  )
  expect(unsaid).toEqual([])
  expect(screensAtOnce.map(dirname)).toContain('src/features/cases')
})

it('are there for what the frame loads only when it is opened', () => {
  // What is a `laterPart` waits for the other messages.
  const atOnce = /^(?!.*laterPart).*import\('([^']+)'\)/gm
  const parts = readdirSync('src/app/shell').flatMap((file) =>
    [...readFileSync(join('src/app/shell', file), 'utf8').matchAll(atOnce)].map(([, path = '']) =>
      join('src/app/shell', path),
    ),
  )
  const unsaid = [...wordsOf(parts)].filter((word) => word in english && !first.has(word))
  expect(unsaid).toEqual([])
  expect(parts).toContain('src/app/shell/ProjectChoices.tsx')
})
