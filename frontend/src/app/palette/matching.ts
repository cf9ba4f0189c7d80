// SPDX-License-Identifier: Apache-2.0

/** Does each typed word begin a word of the label? */
export function matches(label: string, typed: string): boolean {
  const words = plain(label).split(/[\s/-]+/)
  return plain(typed)
    .split(/\s+/)
    .every((wanted) => words.some((word) => word.startsWith(wanted)))
}

/** Ids are long and have no spaces; shorter texts are not worth asking the server for. */
export function looksLikeId(text: string): boolean {
  return text.length >= 8 && !/\s/.test(text) && /\d/.test(text)
}

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
}
