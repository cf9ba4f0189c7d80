// SPDX-License-Identifier: Apache-2.0
import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '../../generated/graphql-env.d.ts'

export const graphql = initGraphQLTada<{
  introspection: introspection
  scalars: { DateTime: string; JSON: unknown }
}>()

export { readFragment } from 'gql.tada'
export type { FragmentOf, ResultOf, VariablesOf } from 'gql.tada'
