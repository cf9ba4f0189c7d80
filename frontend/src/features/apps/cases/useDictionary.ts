// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'

const WordsQuery = graphql(`
  query BuilderDictionary($project: String!, $name: String!) {
    project(name: $project) {
      id
      dictionaryType(name: $name) {
        name
        properties {
          name
          label
          description
          deprecated
        }
      }
    }
  }
`)

export type Words = { label: string; description: string; deprecated: boolean }

const nothing: ReadonlyMap<string, Words> = new Map()

/** What the data dictionary says of the properties of a case type, by their names. */
export function useDictionary(caseType: string): ReadonlyMap<string, Words> {
  const { name: project, may } = useProject()
  const [{ data }] = useQuery({
    query: WordsQuery,
    variables: { project, name: caseType },
    pause: caseType === '' || !(may('edit_apps') || may('view_data_dict')),
  })
  const properties = data?.project?.dictionaryType?.properties
  return useMemo(
    () =>
      properties
        ? new Map(properties.map(({ name, ...words }) => [name, words] as const))
        : nothing,
    [properties],
  )
}

/** The properties of the application and those of the dictionary that are in use, by name. */
export function withWords(
  properties: readonly string[],
  words: ReadonlyMap<string, Words>,
): string[] {
  const used = [...words].filter(([name, { deprecated }]) => name !== 'name' && !deprecated)
  return [...new Set([...properties, ...used.map(([name]) => name)])].toSorted()
}
