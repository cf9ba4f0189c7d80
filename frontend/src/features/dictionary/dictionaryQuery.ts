// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'

export const TypesQuery = graphql(`
  query DictionaryTypes($project: String!, $after: String, $deprecated: Boolean!) {
    project(name: $project) {
      id
      dictionaryTypes(first: 100, after: $after, deprecated: $deprecated) {
        nodes {
          name
          deprecated
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

export const TypeQuery = graphql(`
  query DictionaryType($project: String!, $name: String!) {
    project(name: $project) {
      id
      dictionaryType(name: $name) {
        name
        description
        deprecated
        fhirResourceType
        safeToDelete
        groups {
          number
          name
          description
          deprecated
        }
        properties {
          name
          label
          description
          dataType
          deprecated
          group
          allowedValues {
            value
            description
          }
          fhirPath
          safeToDelete
        }
      }
    }
  }
`)

export const EditCaseType = graphql(`
  mutation EditCaseType($input: EditCaseTypeInput!) {
    editCaseType(input: $input) {
      dictionaryType {
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Project = NonNullable<ResultOf<typeof TypeQuery>['project']>
export type DescribedType = NonNullable<Project['dictionaryType']>
export type Group = DescribedType['groups'][number]
export type Property = DescribedType['properties'][number]
export type DataType = Property['dataType']
