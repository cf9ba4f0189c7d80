// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'

export const RelativesFragment = graphql(`
  fragment Relatives on Case {
    indices {
      identifier
      relationship
      caseId
      caseType
      case {
        id
        caseId
        name
        type
        closed
        deleted
      }
    }
    referencedBy(first: 100) {
      nodes {
        identifier
        relationship
        case {
          id
          caseId
          name
          type
          closed
          deleted
        }
      }
    }
  }
`)

export type Way = 'up' | 'down'

export type Relative = {
  identifier: string
  relationship: string
  caseId: string
  type: string
  /** Null when the case is gone. */
  case: { name: string; closed: boolean; deleted: boolean } | null
}

/** The next cases one way: `up` to what the case points to, `down` to what points to it. */
export function relativesOf(found: FragmentOf<typeof RelativesFragment>, way: Way): Relative[] {
  const { indices, referencedBy } = readFragment(RelativesFragment, found)
  if (way === 'up') return indices.map(({ caseType, ...index }) => ({ ...index, type: caseType }))
  return referencedBy.nodes.map(({ identifier, relationship, case: other }) => ({
    identifier,
    relationship,
    caseId: other.caseId,
    type: other.type,
    case: other,
  }))
}
