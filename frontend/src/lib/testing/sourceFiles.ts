// SPDX-License-Identifier: Apache-2.0
import { readdirSync } from 'node:fs'

/** Paths of all written source files under a folder of the module. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path}`)
    .filter((path) => /\.(ts|tsx|mjs|mts)$/.test(path) && !path.includes('/generated/'))
}
