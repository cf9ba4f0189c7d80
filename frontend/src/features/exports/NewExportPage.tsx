// SPDX-License-Identifier: Apache-2.0
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { TextLink } from '../../ui/TextLink.tsx'
import { everything, filterOf } from './exportFilter.ts'
import { ExportForm } from './ExportForm.tsx'
import { listOf } from './exportLists.ts'
import { ExportTablesQuery } from './exportQuery.ts'
import type { ExportKind, ExportType } from './exportRow.ts'

const SourcesQuery = graphql(`
  query ExportSources($project: String!) {
    project(name: $project) {
      id
      formTypes {
        xmlns
        name
      }
      caseTypes {
        name
      }
    }
  }
`)

const CreateExport = graphql(`
  mutation CreateExport($input: CreateExportInput!) {
    createExport(input: $input) {
      export {
        exportId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** Makes an export: first of which forms or cases, then of which columns. */
export function NewExportPage() {
  const t = useT()
  const { name: project } = useProject()
  const filters = useFilters()
  const type: ExportType = filters.get('type') === 'CASE' ? 'CASE' : 'FORM'
  const of = filters.get('of') ?? ''
  const kind: ExportKind =
    filters.get('daily') === 'yes' ? 'daily' : filters.get('feed') === 'yes' ? 'feed' : 'file'
  const list = listOf(project, type, kind)
  const [{ data, error }, read] = useQuery({ query: SourcesQuery, variables: { project } })
  const sources =
    type === 'FORM'
      ? data?.project?.formTypes.map(({ xmlns, name }) => ({ value: xmlns, label: name || xmlns }))
      : data?.project?.caseTypes.map(({ name }) => ({ value: name, label: name }))
  return (
    <Page
      title={t(kind === 'feed' ? 'newFeed.title' : 'newExport.title')}
      purpose={t('newExport.purpose')}
      parent={<TextLink to={list.path}>{t(list.title)}</TextLink>}
      narrow
    >
      {error && <QueryError error={error} onRetry={() => read()} />}
      <Panel>
        {kind !== 'file' && (
          <SelectField
            label={t('export.type')}
            options={[
              { value: 'FORM', label: t('export.type.form') },
              { value: 'CASE', label: t('export.type.case') },
            ]}
            value={type}
            onChange={(value) => {
              filters.clear(['of'])
              filters.set('type', value)
            }}
          />
        )}
        <SelectField
          label={t(type === 'FORM' ? 'export.ofForms' : 'export.ofCases')}
          options={[{ value: '', label: t('export.choose') }, ...(sources ?? [])]}
          value={of}
          onChange={(value) => filters.set('of', value)}
        />
      </Panel>
      {of && (
        <NewExport
          key={`${type} ${of}`}
          type={type}
          identifier={of}
          name={sources?.find(({ value }) => value === of)?.label ?? of}
          kind={kind}
          back={list.path}
        />
      )}
    </Page>
  )
}

type Props = { type: ExportType; identifier: string; name: string; kind: ExportKind; back: string }

function NewExport({ type, identifier, name, kind, back }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, create] = useMutation(CreateExport)
  const [{ data, error }, read] = useQuery({
    query: ExportTablesQuery,
    variables: { project, type, identifier, exportId: null },
    requestPolicy: 'network-only',
  })
  const tables = data?.project?.exportTables
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (!tables) return <PageSkeleton />
  return (
    <Panel>
      <ExportForm
        type={type}
        identifier={identifier}
        submitLabel={t(kind === 'feed' ? 'newFeed.submit' : 'newExport.submit')}
        back={back}
        initial={{
          name,
          description: '',
          format: 'XLSX',
          sharing: 'PRIVATE',
          daily: kind === 'daily',
          odata: kind === 'feed',
          manner: {
            splitMultiselects: false,
            transformDates: true,
            formatCells: false,
            deidentified: false,
            includeErrors: false,
          },
          filter: everything,
          tables: [...tables],
        }}
        onSave={async ({ filter, ...values }) => {
          const { data: made, error: failure } = await create({
            input: { project, type, identifier, ...values, filter: filterOf(filter) },
          })
          return problemsOf(t, failure, made?.createExport.userErrors)
        }}
      />
    </Panel>
  )
}
