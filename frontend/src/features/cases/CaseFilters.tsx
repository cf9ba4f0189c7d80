// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import type { Filters } from '../../ui/table/useFilters.ts'
import { SearchField } from '../../ui/SearchField.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { WorkerSelect } from '../../ui/WorkerSelect.tsx'
import { caseFilterNames } from './caseFilterOf.ts'
import { PropertyFilterField } from './PropertyFilterField.tsx'

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
  return (
    <FilterBar
      active={caseFilterNames.some((filter) => filters.get(filter) !== null)}
      onClear={() => filters.clear(caseFilterNames)}
    >
      <SearchField
        label={t('cases.filter.text')}
        placeholder={t('cases.filter.textHint')}
        value={filters.get('q') ?? ''}
        onSearch={(text) => filters.set('q', text)}
      />
      <SelectField
        label={t('cases.filter.type')}
        options={[
          { value: '', label: t('filter.any') },
          ...(type && !types.includes(type) ? [...types, type] : types).map((each) => ({
            value: each,
            label: each,
          })),
        ]}
        value={type ?? ''}
        onChange={(value) => filters.set('type', value)}
      />
      <WorkerSelect
        label={t('cases.filter.owner')}
        value={filters.get('owner')}
        onChange={(value) => filters.set('owner', value)}
      />
      <SelectField
        label={t('cases.filter.status')}
        options={[
          { value: '', label: t('cases.filter.openAndClosed') },
          { value: 'open', label: t('caseStatus.open') },
          { value: 'closed', label: t('caseStatus.closed') },
        ]}
        value={filters.get('status') ?? ''}
        onChange={(value) => filters.set('status', value)}
      />
      <PropertyFilterField
        value={filters.all('property')}
        onChange={(value) => filters.set('property', value)}
      />
    </FilterBar>
  )
}
