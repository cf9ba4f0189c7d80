// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type ResultOf } from '../../lib/graphql/graphql.ts'

/** What a line of the tree shows of a location. */
export const LocationLineFragment = graphql(`
  fragment LocationLine on Location {
    id
    locationId
    name
    siteCode
    archived
    type {
      code
      name
    }
    children(first: 1) {
      totalCount
    }
    workers(first: 1) {
      totalCount
    }
  }
`)

export type LocationLine = ResultOf<typeof LocationLineFragment>

export const FoundLocationFragment = graphql(
  `
    fragment FoundLocation on Location {
      ...LocationLine
      ancestors {
        ...LocationLine
      }
    }
  `,
  [LocationLineFragment],
)

export type FoundLocation = { line: LocationLine; ancestors: LocationLine[] }

export function foundLocation(found: ResultOf<typeof FoundLocationFragment>): FoundLocation {
  return {
    line: readFragment(LocationLineFragment, found),
    ancestors: found.ancestors.map((above) => readFragment(LocationLineFragment, above)),
  }
}
