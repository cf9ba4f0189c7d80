// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue, useFocusTrap } from '@mantine/hooks'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../lib/graphql/graphql.ts'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { useProject } from '../lib/project/ProjectContext.tsx'
import { SearchList } from './SearchList.tsx'

const WorkerChoicesQuery = graphql(`
  query WorkerChoices($project: String!, $search: String, $active: Boolean) {
    project(name: $project) {
      id
      mobileWorkers(first: 20, search: $search, active: $active) {
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

type Props = {
  label: string
  /** Only those who can sign in. */
  activeOnly?: boolean
  /** A dialog around it keeps the focus already, and has buttons to reach. */
  inDialog?: boolean
  /** Told who is chosen, and the words that stand for her. */
  onChoose: (userId: string, name: string, note: string) => void
}

export function WorkerChoices({ label, activeOnly, inDialog, onChoose }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const focus = useFocusTrap(!inDialog)
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 150)
  const [{ data, fetching }] = useQuery({
    query: WorkerChoicesQuery,
    variables: { project, search: search || null, active: activeOnly ? true : null },
  })
  const workers = data?.project?.mobileWorkers.nodes ?? []
  const items = workers.map(({ userId, username, displayName }) => ({
    value: userId,
    label: displayName,
    note: displayName === username ? '' : username,
  }))
  return (
    <div ref={focus}>
      <SearchList
        label={label}
        items={items}
        text={text}
        onText={setText}
        onOpen={(value) => {
          const item = items.find((each) => each.value === value)
          if (item) onChoose(value, item.label, item.note)
        }}
        waiting={fetching || text.trim() !== search}
        empty={t('filter.nobody')}
      />
    </div>
  )
}
