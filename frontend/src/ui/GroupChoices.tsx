// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue, useFocusTrap } from '@mantine/hooks'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../lib/graphql/graphql.ts'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { useProject } from '../lib/project/ProjectContext.tsx'
import { SearchList } from './SearchList.tsx'

const GroupChoicesQuery = graphql(`
  query GroupChoices($project: String!, $search: String) {
    project(name: $project) {
      id
      groups(first: 20, search: $search) {
        nodes {
          id
          groupId
          name
        }
      }
    }
  }
`)

type Props = { label: string; onChoose: (groupId: string) => void }

/** Finds a group by the beginning of its name. */
export function GroupChoices({ label, onChoose }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const focus = useFocusTrap()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 150)
  const [{ data, fetching }] = useQuery({
    query: GroupChoicesQuery,
    variables: { project, search: search || null },
  })
  const groups = data?.project?.groups.nodes ?? []
  return (
    <div ref={focus}>
      <SearchList
        label={label}
        items={groups.map(({ groupId, name }) => ({ value: groupId, label: name, note: '' }))}
        text={text}
        onText={setText}
        onOpen={onChoose}
        waiting={fetching || text.trim() !== search}
        empty={t('groupChoices.none')}
      />
    </div>
  )
}
