// SPDX-License-Identifier: Apache-2.0

/** The usernames of a pasted text, whatever stands between them: each once, without its host, in lower case. */
export function usernamesIn(text: string): string[] {
  const names = text
    .split(/[\s,;]+/)
    .map((each) => each.replace(/@.*$/, '').toLowerCase())
    .filter((each) => each !== '')
  return [...new Set(names)]
}
