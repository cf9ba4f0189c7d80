// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'

const TablesQuery = graphql(`
  query BuilderLookupTables($project: String!) {
    project(name: $project) {
      id
      lookupTables(first: 100) {
        nodes {
          tableId
          tag
          fields {
            name
          }
        }
      }
    }
  }
`)

/** The lookup tables of the project, with the names of their fields. */
export function useLookupTables(): { tag: string; fields: string[] }[] {
  const { name: project } = useProject()
  const [{ data }] = useQuery({ query: TablesQuery, variables: { project } })
  const nodes = data?.project?.lookupTables.nodes ?? []
  return nodes.map(({ tag, fields }) => ({ tag, fields: fields.map(({ name }) => name) }))
}

/** The rows of a table, as expressions name them. */
export const rowsOf = (tag: string) => `instance('item-list:${tag}')/${tag}_list/${tag}`

/** The table whose rows an expression names; empty where it names none. */
export const tableOf = (nodeset: string) =>
  /^instance\('item-list:([^']+)'\)/.exec(nodeset)?.[1] ?? ''
