// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import type { Filters } from '../../ui/table/useFilters.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { WorkerSelect } from '../../ui/WorkerSelect.tsx'
import { formFilterNames } from './formFilterOf.ts'
import { formName } from './formName.ts'
import { formStates, type FormState } from './formState.ts'

const FormTypesQuery = graphql(`
  query FormTypes($project: String!) {
    project(name: $project) {
      id
      formTypes {
        xmlns
        name
      }
    }
  }
`)

export function FormFilters({ filters }: { filters: Filters }) {
  const t = useT()
  const { name } = useProject()
  const [{ data }] = useQuery({ query: FormTypesQuery, variables: { project: name } })
  const types = new Map(
    data?.project?.formTypes.map((type) => [type.xmlns, formName(t, type)] as const),
  )
  const xmlns = filters.get('xmlns')
  if (xmlns && !types.has(xmlns)) types.set(xmlns, xmlns)
  const states = Object.keys(formStates) as FormState[]
  return (
    <FilterBar
      active={formFilterNames.some((filter) => filters.get(filter) !== null)}
      onClear={() => filters.clear(formFilterNames)}
    >
      <SelectField
        label={t('forms.filter.type')}
        options={[
          { value: '', label: t('filter.any') },
          ...[...types].map(([value, label]) => ({ value, label })),
        ]}
        value={xmlns ?? ''}
        onChange={(value) => filters.set('xmlns', value)}
      />
      <WorkerSelect
        label={t('forms.filter.worker')}
        value={filters.get('worker')}
        onChange={(value) => filters.set('worker', value)}
      />
      <SelectField
        label={t('forms.filter.state')}
        options={states.map((state) => ({ value: state, label: t(formStates[state].label) }))}
        value={filters.get('state') ?? 'NORMAL'}
        onChange={(value) => filters.set('state', value === 'NORMAL' ? null : value)}
      />
      <TextInput
        type="date"
        label={t('forms.filter.from')}
        value={filters.get('from') ?? ''}
        onChange={({ currentTarget: { value } }) => filters.set('from', value)}
      />
      <TextInput
        type="date"
        label={t('forms.filter.to')}
        value={filters.get('to') ?? ''}
        onChange={({ currentTarget: { value } }) => filters.set('to', value)}
      />
    </FilterBar>
  )
}
