// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'

/** A forwarder as its form shows it. */
export const ForwarderFragment = graphql(`
  fragment ForwarderSettings on Forwarder {
    id
    name
    type
    format
    script
    method
    connection {
      id
    }
    paused
    includeAppId
    xmlnses
    caseTypes
    excludedUserIds
    retryAllErrors
    backOffCodes
    snapshot
    concurrency
    requestsPerSecond
    updatedAt
  }
`)

export type ForwarderNow = ResultOf<typeof ForwarderFragment>

/** What the choices of a forwarder's form are. */
export const ChoicesQuery = graphql(`
  query ForwarderChoices($project: String!) {
    project(name: $project) {
      id
      connections {
        id
        name
        url
      }
      forwarderTypes {
        slug
        label
        formats {
          slug
          label
          language
          example
        }
      }
    }
  }
`)

type Choices = NonNullable<ResultOf<typeof ChoicesQuery>['project']>
export type ConnectionChoice = Choices['connections'][number]
export type TypeChoice = Choices['forwarderTypes'][number]
