// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue, useFocusTrap } from '@mantine/hooks'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../lib/graphql/graphql.ts'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { useProject } from '../lib/project/ProjectContext.tsx'
import { SearchList } from './SearchList.tsx'

const WorkerChoicesQuery = graphql(`
  query WorkerChoices($project: String!, $search: String) {
    project(name: $project) {
      id
      mobileWorkers(first: 20, search: $search) {
        nodes {
          id
          userId
          username
          displayName
        }
      }
    }
  }
`)

type Props = { label: string; onChoose: (userId: string) => void }

export function WorkerChoices({ label, onChoose }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const focus = useFocusTrap()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 150)
  const [{ data, fetching }] = useQuery({
    query: WorkerChoicesQuery,
    variables: { project, search: search || null },
  })
  const workers = data?.project?.mobileWorkers.nodes ?? []
  return (
    <div ref={focus}>
      <SearchList
        label={label}
        items={workers.map(({ userId, username, displayName }) => ({
          value: userId,
          label: displayName,
          note: displayName === username ? '' : username,
        }))}
        text={text}
        onText={setText}
        onOpen={onChoose}
        waiting={fetching || text.trim() !== search}
        empty={t('filter.nobody')}
      />
    </div>
  )
}
