// SPDX-License-Identifier: Apache-2.0
import { graphql, type FragmentOf, type ResultOf } from '../../../lib/graphql/graphql.ts'

/** A connection as its form shows it; what is secret never comes. */
export const ConnectionFragment = graphql(`
  fragment ConnectionSettings on ConnectionSettings {
    id
    name
    url
    notifyAddresses
    notifyAfter
    auth {
      type
      username
      clientId
      tokenUrl
      refreshUrl
      credentialsInHeader
      hasPassword
      hasClientSecret
    }
    skipCertVerify
    headerNames
    usedBy
    updatedAt
  }
`)

export type ConnectionRef = FragmentOf<typeof ConnectionFragment>
export type ConnectionNow = ResultOf<typeof ConnectionFragment>
