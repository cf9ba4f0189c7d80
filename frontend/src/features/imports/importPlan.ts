// SPDX-License-Identifier: Apache-2.0

/** What becomes of a table of cases, as its form has it. */
export type ImportValues = {
  caseType: string
  searchField: 'CASE_ID' | 'EXTERNAL_ID'
  searchColumn: string
  createNew: boolean
  /** By header; empty where a column is left out. */
  targets: Record<string, string>
}

/** What a column can become besides a property. */
export const specialTargets = [
  'name',
  'external_id',
  'owner_id',
  'owner_name',
  'close',
  'date_opened',
  'parent_id',
  'parent_external_id',
  'parent_type',
  'parent_ref',
  'parent_relationship_type',
]

/** A first guess from the headers, which the reader corrects. */
export function guessed(headers: string[]): ImportValues {
  const words = new Map(headers.map((header) => [wordOf(header), header]))
  const byId = words.get('case_id') ?? words.get('caseid')
  const byExternalId = words.get('external_id') ?? words.get('id') ?? words.get('no')
  return {
    caseType: '',
    searchField: byId || !byExternalId ? 'CASE_ID' : 'EXTERNAL_ID',
    searchColumn: byId ?? byExternalId ?? headers[0] ?? '',
    createNew: true,
    targets: Object.fromEntries(headers.map((header) => [header, targetOf(header)])),
  }
}

function targetOf(header: string): string {
  const word = wordOf(header)
  if (['name', 'case_name', 'full_name'].includes(word)) return 'name'
  if (word === 'owner') return 'owner_name'
  return specialTargets.includes(word) || !isName(header) ? word : header
}

/** As properties are called: small letters, digits and underscores. */
function wordOf(header: string): string {
  const word = header
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  return /^\p{N}/u.test(word) ? `_${word}` : word
}

/** Whether it can be the name of a property. */
export function isName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_.-]*$/u.test(text)
}

/** Which columns are sent, and as what; the one by which cases are found is no value. */
export function columnsOf({ searchColumn, targets }: ImportValues) {
  return Object.entries(targets)
    .map(([header, target]) => ({ header, target: target.trim() }))
    .filter(({ header, target }) => header !== searchColumn && target !== '')
}

/** Headers of columns that cannot become what they are to become. */
export function misnamed(values: ImportValues): string[] {
  const seen = new Map<string, number>()
  const columns = columnsOf(values)
  for (const { target } of columns) seen.set(target, (seen.get(target) ?? 0) + 1)
  return columns
    .filter(({ target }) => !isName(target) || (seen.get(target) ?? 0) > 1)
    .map(({ header }) => header)
}
