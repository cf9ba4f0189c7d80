// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue, useFocusTrap } from '@mantine/hooks'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../lib/graphql/graphql.ts'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { useProject } from '../lib/project/ProjectContext.tsx'
import { SearchList } from './SearchList.tsx'

const GroupChoicesQuery = graphql(`
  query GroupChoices($project: String!, $search: String, $first: Int!) {
    project(name: $project) {
      id
      groups(first: $first, search: $search) {
        nodes {
          id
          groupId
          name
          caseSharing
        }
      }
    }
  }
`)

type Props = {
  label: string
  /** Groups that may not be chosen. */
  except?: string[]
  /** Only groups that may own cases. */
  caseSharing?: boolean
  /** A dialog around it keeps the focus already, and has buttons to reach. */
  inDialog?: boolean
  /** Told what is chosen, and the words that stand for it. */
  onChoose: (groupId: string, name: string, note: string) => void
}

/** Finds a group by the beginning of its name. */
export function GroupChoices({ label, except = [], caseSharing: sharing, ...props }: Props) {
  const { inDialog, onChoose } = props
  const t = useT()
  const { name: project } = useProject()
  const focus = useFocusTrap(!inDialog)
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 150)
  const [{ data, fetching }] = useQuery({
    query: GroupChoicesQuery,
    variables: { project, search: search || null, first: sharing ? 100 : 20 },
  })
  const found = data?.project?.groups.nodes ?? []
  const items = found
    .filter(({ groupId, caseSharing }) => !except.includes(groupId) && (!sharing || caseSharing))
    .map(({ groupId, name, caseSharing }) => ({
      value: groupId,
      label: name,
      note: caseSharing ? t('groupSelect.caseSharing') : '',
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
        empty={t('groupSelect.none')}
      />
    </div>
  )
}
