// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../../../lib/graphql/graphql.ts'

export const PinsQuery = graphql(`
  query PinnedReleases(
    $project: String!
    $appId: String!
    $kind: PinnedAppReleaseKind!
    $after: String
  ) {
    project(name: $project) {
      id
      appReleaseSettings {
        byLocation
        byProfile
      }
      app(appId: $appId) {
        appId
        versions(first: 100, releasedOnly: true) {
          nodes {
            buildId
            number
            comment
          }
        }
      }
      pinnedAppReleases(appId: $appId, kind: $kind, first: 20, after: $after) {
        nodes {
          pinId
          number
          placeId
          active
          activatedAt
          deactivatedAt
        }
        pageInfo {
          hasNextPage
          endCursor
        }
        totalCount
      }
    }
  }
`)

export const SaveSettings = graphql(`
  mutation SaveReleaseSettings($input: SetAppReleaseSettingsInput!) {
    setAppReleaseSettings(input: $input) {
      settings {
        byLocation
        byProfile
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export const PinRelease = graphql(`
  mutation PinRelease($input: PinAppReleaseInput!) {
    pinAppRelease(input: $input) {
      pin {
        pinId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export const ActivatePin = graphql(`
  mutation ActivatePin($input: ActivatePinnedAppReleaseInput!) {
    activatePinnedAppRelease(input: $input) {
      pin {
        pinId
        active
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Project = NonNullable<ResultOf<typeof PinsQuery>['project']>
export type Pin = Project['pinnedAppReleases']['nodes'][number]
export type Released = NonNullable<Project['app']>['versions']['nodes'][number]
export type PinKind = 'LOCATION' | 'PROFILE'
export type NamedProfile = { id: string; name: string }
