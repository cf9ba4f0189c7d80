// SPDX-License-Identifier: Apache-2.0

/** A JSON object of strings, as the API sends properties and user data. */
export function stringsOf(json: unknown): Record<string, string> {
  if (typeof json !== 'object' || json === null) return {}
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, String(value)]))
}
