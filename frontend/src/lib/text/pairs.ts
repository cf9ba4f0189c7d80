// SPDX-License-Identifier: Apache-2.0
import { stringsOf } from './stringsOf.ts'

/** A name with its value while somebody edits them; the key stays when the name changes. */
export type Pair = { key: string; name: string; value: string }

export function newPair(name: string, value: string): Pair {
  return { key: crypto.randomUUID(), name, value }
}

export function pairsOf(json: unknown): Pair[] {
  return Object.entries(stringsOf(json)).map(([name, value]) => newPair(name, value))
}

/** As the API wants them; pairs without a name are left out, of two of a name the last one counts. */
export function objectOf(pairs: Pair[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map(({ name, value }) => [name.trim(), value] as const).filter(([name]) => name !== ''),
  )
}
