// SPDX-License-Identifier: Apache-2.0

/** Names as people write them in one line, with commas or spaces between. */
export function namesIn(text: string): string[] {
  return text.split(/[\s,;]+/).filter((name) => name !== '')
}
