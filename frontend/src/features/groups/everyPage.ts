// SPDX-License-Identifier: Apache-2.0

type Answer = {
  ids: readonly string[]
  /** Where the next page begins; null behind the last one. */
  next: string | null
}

/** The ids of all pages of a list. */
export async function everyPage(
  read: (after: string | null) => Promise<Answer>,
): Promise<string[]> {
  const ids: string[] = []
  let after: string | null = null
  do {
    // One page tells where the next one begins.
    // oxlint-disable-next-line no-await-in-loop
    const page: Answer = await read(after)
    ids.push(...page.ids)
    after = page.next
  } while (after !== null)
  return ids
}
