// SPDX-License-Identifier: Apache-2.0

/** A line of the lists of Case Search; `pattern` stays empty in the list of fuzzy properties. */
export type SearchLine = { key: string; caseType: string; property: string; pattern: string }

export type SearchValues = {
  enabled: boolean
  fuzzyProperties: SearchLine[]
  ignorePatterns: SearchLine[]
}

type Saved = { caseType: string; property: string; pattern?: string }

let lines = 0

export function newLine(caseType = ''): SearchLine {
  return { key: `line-${lines++}`, caseType, property: '', pattern: '' }
}

export function lineOf(saved: Saved): SearchLine {
  return { ...newLine(), ...saved }
}

/** Lines in which nothing was written do not count. */
export function writtenLines(all: SearchLine[]): SearchLine[] {
  return all
    .map((line) => ({
      ...line,
      caseType: line.caseType.trim(),
      property: line.property.trim(),
    }))
    .filter(({ caseType, property, pattern }) => caseType || property || pattern)
}

/** Whether something is missing in a line; `withPattern` where lines need one. */
export function isIncomplete(all: SearchLine[], withPattern: boolean): boolean {
  return writtenLines(all).some(
    ({ caseType, property, pattern }) => !caseType || !property || (withPattern && !pattern),
  )
}
