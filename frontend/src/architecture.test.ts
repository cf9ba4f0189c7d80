// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from './lib/testing/sourceFiles.ts'

const files = ['src', 'build', 'e2e'].flatMap(sourceFiles)
const textOf = (file: string) => readFileSync(file, 'utf8')
const importsOf = (file: string) =>
  [...textOf(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map(([, path = '']) =>
    join(dirname(file), path),
  )
const featureOf = (file: string) => /^src\/features\/(\w+)\//.exec(file)?.[1]

describe('source files', () => {
  it('of a feature import no other feature and not the app', () => {
    const crossings = files.filter(featureOf).flatMap((file) =>
      importsOf(file)
        .filter(
          (path) =>
            path.startsWith('src/app/') ||
            (featureOf(path) !== undefined && featureOf(path) !== featureOf(file)),
        )
        .map((path) => `${file} imports ${path}`),
    )
    expect(crossings).toEqual([])
  })

  it('of ui and lib import neither features nor the app', () => {
    const crossings = files
      .filter((file) => /^src\/(ui|lib)\//.test(file))
      .filter((file) => importsOf(file).some((path) => /^src\/(features|app)\//.test(path)))
    expect(crossings).toEqual([])
  })

  it('carry the licence and stay under 300 lines', () => {
    const first = '// SPDX-License-Identifier: Apache-2.0\n'
    expect(files.filter((file) => !textOf(file).startsWith(first))).toEqual([])
    expect(files.filter((file) => textOf(file).split('\n').length > 301)).toEqual([])
  })
})
