// SPDX-License-Identifier: Apache-2.0
import { Select } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../lib/graphql/graphql.ts'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { useProject } from '../lib/project/ProjectContext.tsx'

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

const ChosenWorkerQuery = graphql(`
  query ChosenWorker($project: String!, $userId: String!) {
    project(name: $project) {
      id
      mobileWorker(userId: $userId) {
        id
        username
        displayName
      }
    }
  }
`)

type Props = { label: string; value: string | null; onChange: (userId: string | null) => void }

/** Picks one mobile worker out of thousands; shows nothing to people who may not see workers. */
export function WorkerSelect({ label, value, onChange }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text, 200)
  const [opened, setOpened] = useState(false)
  const allowed = may('view_commcare_users') || may('edit_commcare_users')
  const [choices] = useQuery({
    query: WorkerChoicesQuery,
    variables: { project, search: search || null },
    pause: !opened || !allowed,
  })
  const [chosen] = useQuery({
    query: ChosenWorkerQuery,
    variables: { project, userId: value ?? '' },
    pause: !value || !allowed,
  })
  if (!allowed) return null
  const found = choices.data?.project?.mobileWorkers.nodes ?? []
  const options = new Map(found.map((worker) => [worker.userId, nameOf(worker)]))
  const known = chosen.data?.project?.mobileWorker
  if (value && !options.has(value)) options.set(value, known ? nameOf(known) : value)
  return (
    <Select
      label={label}
      placeholder={t('filter.anyone')}
      value={value}
      onChange={onChange}
      data={[...options].map(([userId, name]) => ({ value: userId, label: name }))}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('filter.clear', { filter: label }) }}
      searchValue={text}
      onSearchChange={setText}
      onDropdownOpen={() => {
        setText('')
        setOpened(true)
      }}
      filter={({ options: all }) => all}
      nothingFoundMessage={choices.fetching ? t('state.loading') : t('filter.nobody')}
    />
  )
}

function nameOf({ username, displayName }: { username: string; displayName: string }): string {
  return displayName === username ? username : `${displayName} (${username})`
}
