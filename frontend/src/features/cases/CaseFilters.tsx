// SPDX-License-Identifier: Apache-2.0
import { Select, TagsInput, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import type { Filters } from '../../ui/table/useFilters.ts'
import { WorkerSelect } from '../../ui/WorkerSelect.tsx'
import { caseFilterNames, readProperty } from './caseFilterOf.ts'

const CaseTypesQuery = graphql(`
  query CaseTypes($project: String!) {
    project(name: $project) {
      id
      caseTypes {
        name
      }
    }
  }
`)

export function CaseFilters({ filters }: { filters: Filters }) {
  const t = useT()
  const { name } = useProject()
  const [{ data }] = useQuery({ query: CaseTypesQuery, variables: { project: name } })
  const types = data?.project?.caseTypes.map((type) => type.name) ?? []
  const type = filters.get('type')
  const asked = filters.get('q') ?? ''
  const [text, setText] = useState(asked)
  const search = useDebouncedCallback((value: string) => filters.set('q', value.trim()), 250)
  useEffect(() => setText((typed) => (typed.trim() === asked ? typed : asked)), [asked])
  return (
    <FilterBar
      active={caseFilterNames.some((filter) => filters.get(filter) !== null)}
      onClear={() => filters.clear(caseFilterNames)}
    >
      <TextInput
        type="search"
        label={t('cases.filter.text')}
        placeholder={t('cases.filter.textHint')}
        value={text}
        onChange={({ currentTarget: { value } }) => {
          setText(value)
          search(value)
        }}
      />
      <Select
        label={t('cases.filter.type')}
        placeholder={t('filter.any')}
        data={type && !types.includes(type) ? [...types, type] : types}
        value={type}
        onChange={(value) => filters.set('type', value)}
        searchable
        clearable
        clearButtonProps={{
          'aria-label': t('filter.clear', { filter: t('cases.filter.type') }),
        }}
      />
      <WorkerSelect
        label={t('cases.filter.owner')}
        value={filters.get('owner')}
        onChange={(value) => filters.set('owner', value)}
      />
      <Select
        label={t('cases.filter.status')}
        data={[
          { value: 'all', label: t('cases.filter.openAndClosed') },
          { value: 'open', label: t('caseStatus.open') },
          { value: 'closed', label: t('caseStatus.closed') },
        ]}
        value={filters.get('status') ?? 'all'}
        onChange={(value) => filters.set('status', value === 'all' ? null : value)}
        allowDeselect={false}
      />
      <TagsInput
        label={t('cases.filter.property')}
        placeholder={filters.all('property').length > 0 ? '' : t('cases.filter.propertyHint')}
        value={filters.all('property')}
        onChange={(values) =>
          filters.set(
            'property',
            values.filter((value) => readProperty(value) !== null),
          )
        }
        clearable
        clearButtonProps={{
          'aria-label': t('filter.clear', { filter: t('cases.filter.property') }),
        }}
      />
    </FilterBar>
  )
}
