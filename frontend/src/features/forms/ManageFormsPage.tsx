// SPDX-License-Identifier: Apache-2.0
import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { announceJob } from '../../lib/live/jobStartedEvent.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { JobLine } from '../../ui/job/JobLine.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SelectionBar } from '../../ui/selection/SelectionBar.tsx'
import { useSelection } from '../../ui/selection/useSelection.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { Pager } from '../../ui/table/Pager.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { usePaging } from '../../ui/table/usePaging.ts'
import { formFilterOf } from './formFilterOf.ts'
import { FormFilters } from './FormFilters.tsx'
import { formColumns, formKey, FormRowFragment } from './formRow.tsx'

const ManagedFormsQuery = graphql(
  `
    query ManagedForms($project: String!, $first: Int!, $after: String, $filter: FormFilter!) {
      project(name: $project) {
        id
        forms(first: $first, after: $after, filter: $filter, orderBy: RECEIVED_DESC) {
          nodes {
            ...FormRow
          }
          pageInfo {
            hasNextPage
            endCursor
          }
          totalCount
        }
      }
    }
  `,
  [FormRowFragment],
)

const StartFormAction = graphql(`
  mutation StartFormAction($input: StartBulkActionInput!) {
    startBulkAction(input: $input) {
      job {
        jobId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** Archives forms or puts them back, many at once. */
export function ManageFormsPage() {
  const t = useT()
  const { name: project, timeZone, may } = useProject()
  const filters = useFilters()
  const paging = usePaging()
  const wanted = formFilterOf(filters, timeZone)
  const archived = filters.get('state') === 'ARCHIVED'
  const filter = { ...wanted, states: [archived ? ('ARCHIVED' as const) : ('NORMAL' as const)] }
  const [jobId, setJobId] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const [{ data, error, fetching }, read] = useQuery({
    query: ManagedFormsQuery,
    variables: { project, first: paging.size, after: paging.after, filter },
    requestPolicy: 'cache-and-network',
  })
  const [{ fetching: starting }, start] = useMutation(StartFormAction)
  const forms = data?.project?.forms
  const selection = useSelection({
    page: forms?.nodes.map(formKey) ?? [],
    total: forms?.totalCount,
    filters: JSON.stringify(filter),
  })
  const act = async () => {
    const { everything, ids } = selection.selected
    const { data: made, error: failure } = await start({
      input: {
        project,
        action: archived ? 'UNARCHIVE_FORMS' : 'ARCHIVE_FORMS',
        ...(everything ? { forms: filter } : { ids: [...ids] }),
      },
    })
    const problems = problemsOf(t, failure, made?.startBulkAction.userErrors)
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    const started = made?.startBulkAction.job?.jobId
    if (problems || !started) return
    selection.clear()
    announceJob()
    setJobId(started)
  }
  if (!may('edit_data')) {
    return (
      <Page title={t('manageForms.title')} purpose={t('manageForms.purpose')}>
        <Panel>
          <EmptyState title={t('error.forbidden.title')} hint={t('error.forbidden.text')} />
        </Panel>
      </Page>
    )
  }
  return (
    <Page title={t('manageForms.title')} purpose={t('manageForms.purpose')}>
      <FormFilters filters={filters} />
      {error && <QueryError error={error} onRetry={() => read()} />}
      {problem && (
        <Alert role="alert" color="red" variant="outline">
          {problem}
        </Alert>
      )}
      <SelectionBar selection={selection}>
        <Button variant="default" loading={starting} onClick={() => void act()}>
          {t(archived ? 'manageForms.restore' : 'manageForms.archive')}
        </Button>
      </SelectionBar>
      {jobId && (
        <JobLine
          key={jobId}
          jobId={jobId}
          onOver={() => read({ requestPolicy: 'network-only' })}
          onClose={() => setJobId(null)}
        />
      )}
      {(forms || !error) && (
        <Panel flush>
          <DataTable
            caption={t('manageForms.title')}
            columns={formColumns(t, project)}
            rows={forms?.nodes}
            rowKey={formKey}
            rowName={(row) => readFragment(FormRowFragment, row).name}
            rowHref={(row) => paths.form(project, formKey(row))}
            selection={selection}
            busy={fetching && forms !== undefined}
            empty={<EmptyState title={t('forms.none.title')} hint={t('forms.none.hint')} />}
          />
        </Panel>
      )}
      <Pager
        paging={paging}
        shown={forms?.nodes.length ?? 0}
        total={forms?.totalCount}
        endCursor={forms?.pageInfo.endCursor}
        hasNextPage={forms?.pageInfo.hasNextPage}
      />
    </Page>
  )
}
