// SPDX-License-Identifier: Apache-2.0
import { Suspense } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../lib/graphql/graphql.ts'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { laterPart } from '../lib/i18n/laterPart.ts'
import { useProject } from '../lib/project/ProjectContext.tsx'
import { SearchSelect } from './SearchSelect.tsx'

const WorkerChoices = laterPart(async () => (await import('./WorkerChoices.tsx')).WorkerChoices)

const ChosenWorkerQuery = graphql(`
  query ChosenWorker($project: String!, $userId: String!) {
    project(name: $project) {
      id
      mobileWorker(userId: $userId) {
        id
        displayName
      }
    }
  }
`)

type Props = {
  label: string
  value: string | null
  /** What stands there while nobody is chosen; a filter then takes in everybody. */
  nobody?: string
  onChange: (userId: string | null) => void
}

/** Picks one mobile worker out of thousands; shows nothing to people who may not see workers. */
export function WorkerSelect({ label, value, nobody, onChange }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const allowed = may('view_commcare_users') || may('edit_commcare_users')
  const [{ data }] = useQuery({
    query: ChosenWorkerQuery,
    variables: { project, userId: value ?? '' },
    pause: !value || !allowed,
  })
  if (!allowed) return null
  const chosen = value && (data?.project?.mobileWorker?.displayName ?? value)
  const shown = chosen ?? nobody ?? t('filter.anyone')
  return (
    <SearchSelect label={label} shown={shown} onClear={value ? () => onChange(null) : undefined}>
      {(close) => (
        <Suspense>
          <WorkerChoices
            label={label}
            onChoose={(userId) => {
              close()
              onChange(userId)
            }}
          />
        </Suspense>
      )}
    </SearchSelect>
  )
}
