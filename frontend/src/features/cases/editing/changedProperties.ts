// SPDX-License-Identifier: Apache-2.0

/** Only what is different from before, so that nobody's change beside it is undone. */
export function changedProperties(
  before: Record<string, string>,
  after: Record<string, string>,
): { name: string; value: string }[] {
  return Object.entries(after)
    .filter(([name, value]) => before[name] !== value)
    .map(([name, value]) => ({ name, value }))
}
