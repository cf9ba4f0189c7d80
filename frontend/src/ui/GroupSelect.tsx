// SPDX-License-Identifier: Apache-2.0
import { Suspense, type ReactNode } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../lib/graphql/graphql.ts'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { laterPart } from '../lib/i18n/laterPart.ts'
import { useProject } from '../lib/project/ProjectContext.tsx'
import { SearchSelect } from './SearchSelect.tsx'

const GroupChoices = laterPart(async () => (await import('./GroupChoices.tsx')).GroupChoices)

const ChosenGroupQuery = graphql(`
  query ChosenGroup($project: String!, $groupId: String!) {
    project(name: $project) {
      id
      group(groupId: $groupId) {
        id
        name
      }
    }
  }
`)

type Props = {
  label: string
  description?: string
  error?: ReactNode
  value: string
  except?: string[]
  onChange: (groupId: string) => void
}

/** Picks one group out of hundreds; an empty text stands for none. */
export function GroupSelect(props: Props) {
  const { label, description, error, value, except, onChange } = props
  const t = useT()
  const { name: project } = useProject()
  const [{ data }] = useQuery({
    query: ChosenGroupQuery,
    variables: { project, groupId: value },
    pause: !value,
  })
  const chosen = value && (data?.project?.group?.name ?? value)
  return (
    <SearchSelect
      label={label}
      description={description}
      error={error}
      shown={chosen || t('groupSelect.choose')}
      onClear={value ? () => onChange('') : undefined}
    >
      {(close) => (
        <Suspense>
          <GroupChoices
            label={label}
            except={except ?? []}
            onChoose={(groupId) => {
              close()
              onChange(groupId)
            }}
          />
        </Suspense>
      )}
    </SearchSelect>
  )
}
