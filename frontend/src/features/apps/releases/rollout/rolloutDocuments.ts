// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../../../lib/graphql/graphql.ts'

export const RolloutQuery = graphql(`
  query AppRollout($project: String!, $appId: String!) {
    project(name: $project) {
      id
      app(appId: $appId) {
        appId
        rollout {
          rolloutId
          buildId
          number
          formerBuildId
          percent
          groupIds
          locationIds
          errorLimit
          state
          haltReason
          startedAt
          health {
            phones
            troubled
            otherPhones
            otherTroubled
          }
        }
        rollouts(first: 10) {
          nodes {
            rolloutId
            number
            state
            startedAt
            changedAt
          }
        }
        versions(first: 50) {
          nodes {
            buildId
            number
            comment
            released
          }
        }
      }
    }
  }
`)

export type RolloutApp = NonNullable<NonNullable<ResultOf<typeof RolloutQuery>['project']>['app']>
export type OpenRollout = NonNullable<RolloutApp['rollout']>

export const StartRollout = graphql(`
  mutation StartAppRollout($input: StartAppRolloutInput!) {
    startAppRollout(input: $input) {
      rollout {
        rolloutId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export const WidenRollout = graphql(`
  mutation WidenAppRollout($input: WidenAppRolloutInput!) {
    widenAppRollout(input: $input) {
      rollout {
        rolloutId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export const StepRollout = graphql(`
  mutation StepAppRollout($input: StepAppRolloutInput!) {
    stepAppRollout(input: $input) {
      rollout {
        rolloutId
        state
      }
      userErrors {
        message
        field
      }
    }
  }
`)

export const RollBack = graphql(`
  mutation RollBackApp($input: RollBackAppInput!) {
    rollBackApp(input: $input) {
      version {
        buildId
        number
      }
      userErrors {
        message
        field
      }
    }
  }
`)
