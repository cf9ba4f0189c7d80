// SPDX-License-Identifier: Apache-2.0
// Adds up the scripts that the first screens load and fails when they are over the budget.
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { firstScreens } from './firstScreens.mjs'

const budgetBytes = 180_000
const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const output = join(root, 'target/classes/static/app')
const manifest = JSON.parse(readFileSync(join(output, '.vite/manifest.json'), 'utf8'))

/** Loaded on every start, whatever the screen: the app itself and one language. */
const always = ['index.html', 'src/lib/i18n/fr.json?first']

function filesOf(entry, found = new Set()) {
  const chunk = manifest[entry]
  if (!chunk) throw new Error(`${entry} is not in the build`)
  if (found.has(chunk.file)) return found
  found.add(chunk.file)
  for (const each of chunk.imports ?? []) filesOf(each, found)
  return found
}

const gzipped = (file) => gzipSync(readFileSync(join(output, file)), { level: 9 }).length

let tooBig = false
for (const [name, entry] of Object.entries(firstScreens)) {
  const files = new Set()
  for (const each of [...always, entry]) filesOf(each, files)
  let bytes = gzipped('first-paint.js')
  for (const file of files) bytes += gzipped(file)
  tooBig ||= bytes > budgetBytes
  console.log(`${(bytes / 1000).toFixed(1).padStart(6)} kB of script, gzip  ${name}`)
}
if (tooBig) {
  console.error(`Over the budget of ${budgetBytes / 1000} kB for the first screen.`)
  process.exit(1)
}
