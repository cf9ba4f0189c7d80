// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue, useFocusTrap } from '@mantine/hooks'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../lib/graphql/graphql.ts'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { useProject } from '../lib/project/ProjectContext.tsx'
import { SearchList } from './SearchList.tsx'

const LocationChoicesQuery = graphql(`
  query LocationChoices($project: String!, $filter: LocationFilter!) {
    project(name: $project) {
      id
      locations(first: 20, filter: $filter) {
        nodes {
          id
          locationId
          name
          type {
            name
          }
          ancestors {
            name
          }
        }
      }
    }
  }
`)

type Props = {
  label: string
  /** Only locations of this level. */
  typeCode?: string | undefined
  /** Only locations whose level owns cases. */
  sharesCases?: boolean
  /** Locations that may not be chosen. */
  except?: string[]
  /** A dialog around it keeps the focus already, and has buttons to reach. */
  inDialog?: boolean
  /** Told what is chosen, and the words that stand for it. */
  onChoose: (locationId: string, name: string, note: string) => void
}

/** Finds a location in use by the beginning of its name or by its site code. */
export function LocationChoices({ label, typeCode, except = [], ...props }: Props) {
  const { sharesCases, inDialog, onChoose } = props
  const t = useT()
  const { name: project } = useProject()
  const focus = useFocusTrap(!inDialog)
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 150)
  const [{ data, fetching }] = useQuery({
    query: LocationChoicesQuery,
    variables: {
      project,
      filter: {
        search,
        typeCode: typeCode ?? null,
        sharesCases: sharesCases ? true : null,
        archived: false,
      },
    },
  })
  const found = data?.project?.locations.nodes ?? []
  const items = found
    .filter(({ locationId }) => !except.includes(locationId))
    .map(({ locationId, name, type, ancestors }) => ({
      value: locationId,
      label: name,
      note: ancestors.at(-1)?.name ?? type.name,
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
        empty={t('locationSelect.none')}
      />
    </div>
  )
}
