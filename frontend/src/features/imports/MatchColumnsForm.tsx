// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { announceJob } from '../../lib/live/jobStartedEvent.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm, type Problem } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { ColumnTargets } from './ColumnTargets.tsx'
import { columnsOf, guessed, misnamed, type ImportValues } from './importPlan.ts'
import { Trial } from './Trial.tsx'

const StartCaseImport = graphql(`
  mutation StartCaseImport($input: StartCaseImportInput!) {
    startCaseImport(input: $input) {
      job {
        id
        jobId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = {
  table: {
    tableId: string
    columns: readonly { header: string; samples: readonly string[] }[]
  }
  caseTypes: string[]
}

/** What is imported as what; can be tried out as often as the reader wants. */
export function MatchColumnsForm({ table, caseTypes }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [{ fetching }, start] = useMutation(StartCaseImport)
  const [trial, setTrial] = useState<string | null>(null)
  const [trialProblem, setTrialProblem] = useState<string | null>(null)
  const headers = table.columns.map(({ header }) => header)
  const form = useForm<ImportValues>({
    initialValues: guessed(headers),
    validate: {
      caseType: (type) => (type.trim() ? null : t('matchColumns.caseType.missing')),
      targets: (_, values) =>
        columnsOf(values).length === 0
          ? t('matchColumns.nothing')
          : misnamed(values).length > 0
            ? t('matchColumns.misnamed', { columns: misnamed(values).join(', ') })
            : null,
    },
  })
  const started = async (values: ImportValues, checkOnly: boolean) => {
    const { caseType, searchField, searchColumn, createNew } = values
    const { data, error } = await start({
      input: {
        project,
        tableId: table.tableId,
        caseType: caseType.trim(),
        searchField,
        searchColumn,
        createNew,
        columns: columnsOf(values),
        checkOnly,
      },
    })
    return {
      jobId: data?.startCaseImport.job?.jobId,
      problems: problemsOf(t, error, data?.startCaseImport.userErrors),
    }
  }
  const tryOut = form.onSubmit(async (values) => {
    setTrial(null)
    const { jobId, problems } = await started(values, true)
    setTrialProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    if (jobId) setTrial(jobId)
  })
  const run = async (values: ImportValues): Promise<Problem[] | undefined> => {
    const { jobId, problems } = await started(values, false)
    if (!jobId) return problems
    announceJob()
    form.resetDirty()
    setTimeout(() => void navigate(paths.job(project, jobId)))
    return undefined
  }
  return (
    <Panel>
      <EditForm
        form={form}
        submitLabel={t('matchColumns.submit')}
        onCancel={() => void navigate(paths.importCases(project))}
        onSubmit={run}
      >
        <TextInput
          label={t('matchColumns.caseType')}
          description={t('matchColumns.caseType.help')}
          list="case-types"
          autoComplete="off"
          {...form.getInputProps('caseType')}
        />
        <datalist id="case-types">
          {caseTypes.map((type) => (
            <option key={type} value={type}>
              {type}
            </option>
          ))}
        </datalist>
        <SelectField
          label={t('matchColumns.searchColumn')}
          options={headers.map((header) => ({ value: header, label: header }))}
          value={form.values.searchColumn}
          onChange={(header) => form.setFieldValue('searchColumn', header)}
        />
        <SelectField
          label={t('matchColumns.searchField')}
          options={[
            { value: 'CASE_ID', label: t('matchColumns.caseId') },
            { value: 'EXTERNAL_ID', label: t('matchColumns.externalId') },
          ]}
          value={form.values.searchField}
          onChange={(field) =>
            form.setFieldValue('searchField', field === 'EXTERNAL_ID' ? 'EXTERNAL_ID' : 'CASE_ID')
          }
        />
        <Checkbox
          label={t('matchColumns.createNew')}
          description={t('matchColumns.createNew.help')}
          {...form.getInputProps('createNew', { type: 'checkbox' })}
        />
        <ColumnTargets
          columns={table.columns.filter(({ header }) => header !== form.values.searchColumn)}
          caseType={form.values.caseType}
          targets={form.values.targets}
          error={form.errors['targets']}
          onChange={(targets) => form.setFieldValue('targets', targets)}
        />
        <Trial
          jobId={trial}
          problem={trialProblem}
          action={
            <Button variant="default" loading={fetching} onClick={() => tryOut()}>
              {t('matchColumns.try')}
            </Button>
          }
        />
      </EditForm>
    </Panel>
  )
}
