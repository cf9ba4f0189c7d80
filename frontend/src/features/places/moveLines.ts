// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'

/** A location above, with what it means for those who work there. */
export const LineFragment = graphql(`
  fragment MoveLine on Location {
    locationId
    name
    type {
      sharesCases
      viewDescendants
    }
    workers(first: 1) {
      totalCount
    }
  }
`)

export type Line = ResultOf<typeof LineFragment>

/** Locations whose workers own, on their phones, for what stands below; nobody works at the others. */
const reachesDown = ({ type, workers }: Line) =>
  type.sharesCases && type.viewDescendants && workers.totalCount > 0

/** Whose phones lose and whose gain what is moved from below the one line to below the other. */
export function movedBetween(before: readonly Line[], after: readonly Line[]) {
  const idsOf = (lines: readonly Line[]) => new Set(lines.map(({ locationId }) => locationId))
  const [idsBefore, idsAfter] = [idsOf(before), idsOf(after)]
  return {
    losing: before.filter((line) => reachesDown(line) && !idsAfter.has(line.locationId)),
    gaining: after.filter((line) => reachesDown(line) && !idsBefore.has(line.locationId)),
  }
}
