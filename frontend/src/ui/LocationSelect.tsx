// SPDX-License-Identifier: Apache-2.0
import { Suspense, type ReactNode } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../lib/graphql/graphql.ts'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { laterPart } from '../lib/i18n/laterPart.ts'
import { useProject } from '../lib/project/ProjectContext.tsx'
import { SearchSelect } from './SearchSelect.tsx'

const LocationChoices = laterPart(
  async () => (await import('./LocationChoices.tsx')).LocationChoices,
)

const ChosenLocationQuery = graphql(`
  query ChosenLocation($project: String!, $locationId: String!) {
    project(name: $project) {
      id
      location(locationId: $locationId) {
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
  typeCode?: string | undefined
  except?: string[]
  onChange: (locationId: string) => void
}

/** Picks one location in use out of thousands; an empty text stands for none. */
export function LocationSelect(props: Props) {
  const { label, description, error, value, typeCode, except, onChange } = props
  const t = useT()
  const { name: project } = useProject()
  const [{ data }] = useQuery({
    query: ChosenLocationQuery,
    variables: { project, locationId: value },
    pause: !value,
  })
  const chosen = value && (data?.project?.location?.name ?? value)
  return (
    <SearchSelect
      label={label}
      description={description}
      error={error}
      shown={chosen || t('locationSelect.choose')}
      onClear={value ? () => onChange('') : undefined}
    >
      {(close) => (
        <Suspense>
          <LocationChoices
            label={label}
            typeCode={typeCode}
            except={except ?? []}
            onChoose={(locationId) => {
              close()
              onChange(locationId)
            }}
          />
        </Suspense>
      )}
    </SearchSelect>
  )
}
