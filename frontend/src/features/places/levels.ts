// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'

export const LevelsQuery = graphql(`
  query LocationTypes($project: String!) {
    project(name: $project) {
      id
      locationTypes {
        number
        name
        code
        parentCode
        administrative
        sharesCases
        viewDescendants
      }
    }
  }
`)

export type Level = NonNullable<ResultOf<typeof LevelsQuery>['project']>['locationTypes'][number]
type Placed = Pick<Level, 'code' | 'parentCode'>

/** The levels from the topmost down, each with how many stand above it. */
export function levelsInOrder<Each extends Placed>(
  levels: readonly Each[],
): { level: Each; depth: number }[] {
  const below = (code: string | null, depth: number): { level: Each; depth: number }[] =>
    levels
      .filter(({ parentCode }) => parentCode === code)
      .flatMap((level) => [{ level, depth }, ...below(level.code, depth + 1)])
  return below(null, 0)
}

/** The level itself and every level that stands, directly or not, below it. */
export function levelsWithin(levels: readonly Placed[], code: string): Set<string> {
  const found = new Set([code])
  for (const { level } of levelsInOrder(levels)) {
    if (level.parentCode !== null && found.has(level.parentCode)) found.add(level.code)
  }
  return found
}
