// SPDX-License-Identifier: Apache-2.0

/** Where the rows that a page of a book shows are a file. */
export function logFileOf(
  project: string,
  log: 'access-log' | 'audit-log',
  format: 'csv' | 'xlsx',
  filter: Record<string, string | null>,
): string {
  const query = new URLSearchParams({ format })
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value)
  return `/a/${encodeURIComponent(project)}/data/export/${log}?${query.toString()}`
}
