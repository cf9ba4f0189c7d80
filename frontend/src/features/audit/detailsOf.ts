// SPDX-License-Identifier: Apache-2.0

/** What the book says of an event, in short sentences: what was and is now stands side by side. */
export function detailsOf(detail: Readonly<Record<string, string>>): string[] {
  const keys = [...new Set(Object.keys(detail).map((key) => key.replace(/^(old|new)\./, '')))]
  return keys.map((key) => {
    const before = detail[`old.${key}`]
    const after = detail[`new.${key}`]
    return before === undefined && after === undefined
      ? `${key}: ${detail[key] ?? ''}`
      : `${key}: ${before || '∅'} → ${after || '∅'}`
  })
}
