// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue, useFocusTrap } from '@mantine/hooks'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import type { CurrentProject } from '../../lib/project/ProjectContext.tsx'
import { SearchList } from '../../ui/SearchList.tsx'

const ProjectChoicesQuery = graphql(`
  query ProjectChoices($search: String) {
    projects(first: 50, search: $search) {
      nodes {
        id
        name
        displayName
      }
      totalCount
    }
  }
`)

type Props = { current: CurrentProject | null; onChosen: () => void }

/** All projects of the reader, searched on the server. */
export function ProjectChoices({ current, onChosen }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const focus = useFocusTrap()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 150)
  const [{ data, fetching }] = useQuery({
    query: ProjectChoicesQuery,
    variables: { search: search || null },
  })
  const found = data?.projects.nodes.map(({ name, displayName }) => ({
    value: paths.dashboard(name),
    label: displayName,
    note: name,
    current: name === current?.name,
  }))
  const all = { value: paths.projects, label: t('switcher.all'), note: '' }
  return (
    <div ref={focus}>
      <SearchList
        label={t('switcher.search')}
        items={found?.length ? [...found, all] : []}
        text={text}
        onText={setText}
        onOpen={(to) => {
          onChosen()
          void navigate(to)
        }}
        waiting={fetching || text.trim() !== search}
        empty={t('switcher.empty')}
      />
    </div>
  )
}
