// SPDX-License-Identifier: Apache-2.0

/** Device settings, one a line. */
export const linesOfSettings = (settings: Readonly<Record<string, string>>) =>
  Object.entries(settings)
    .map(([key, value]) => `${key}=${value}`)
    .join('\n')

/** The settings of the lines; null if one of them is none. */
export function settingsOfLines(lines: string): Record<string, string> | null {
  const entries = lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => /^([\w.-]+)\s*=\s*(.*)$/.exec(line))
  if (entries.some((entry) => entry === null)) return null
  return Object.fromEntries(entries.map((entry) => [entry?.[1] ?? '', entry?.[2] ?? '']))
}
