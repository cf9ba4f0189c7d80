// SPDX-License-Identifier: Apache-2.0
import { parse } from '@formatjs/icu-messageformat-parser'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { firstScreens } from './firstScreens.mjs'

/** What is there before anybody opens a screen that is not among the first ones. */
export const firstFiles = [
  'src/app/main.tsx',
  'src/app/palette/Palette.tsx',
  'src/app/keys/KeysDialog.tsx',
  'src/app/shell/ProjectChoices.tsx',
  ...Object.values(firstScreens),
]

/**
 * Parses the ICU messages at build time, so that the browser needs no parser, and parts them: `?first` gives those that
 * the first screens speak, `?later` all others.
 */
export function compiledMessages() {
  let first
  return {
    name: 'compiled-messages',
    enforce: 'pre',
    buildStart: () => (first = undefined),
    transform: {
      filter: { id: /\/src\/lib\/i18n\/[a-z]+\.json(\?first|\?later)?$/ },
      handler(code, id) {
        first ??= wordsOf(firstFiles)
        const part = id.split('?')[1]
        const messages = Object.entries(JSON.parse(code))
          .filter(([key]) => !part || first.has(key) === (part === 'first'))
          .map(([key, message]) => [
            key,
            /[{<]/.test(message) ? withoutPlaces(parse(message)) : message,
          ])
        const text = JSON.stringify(Object.fromEntries(messages))
        return { code: `export default JSON.parse(${JSON.stringify(text)})`, moduleType: 'js' }
      },
    },
  }
}

/** Every quoted word with a dot in these files and in all that they import, but not in what they only load later. */
export function wordsOf(files) {
  const words = new Set()
  const seen = new Set(files)
  for (const file of seen) {
    const text = readFileSync(file, 'utf8')
    for (const [, word] of text.matchAll(/['"]([a-zA-Z]+(?:\.[a-zA-Z]+)+)['"]/g)) words.add(word)
    for (const [, path] of text.matchAll(/from '(\.[^']+\.tsx?)'/g)) {
      seen.add(join(dirname(file), path))
    }
  }
  return words
}

function withoutPlaces(node) {
  if (Array.isArray(node)) return node.map(withoutPlaces)
  if (typeof node !== 'object' || node === null) return node
  return Object.fromEntries(
    Object.entries(node)
      .filter(([key]) => key !== 'location')
      .map(([key, value]) => [key, withoutPlaces(value)]),
  )
}
