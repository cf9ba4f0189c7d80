// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { announceJob } from '../../lib/live/jobStartedEvent.ts'
import { paths, type WorkbookName } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { downloadOf } from './downloadOf.ts'
import { LocationsWanted, TablesWanted, WorkersWanted } from './wanted.tsx'
import { WorkbookGate } from './WorkbookGate.tsx'
import type { Workbook } from './workbooks.ts'

const StartDownload = graphql(`
  mutation StartDownload($input: StartDownloadInput!) {
    startDownload(input: $input) {
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

/** Writes what is here into an Excel workbook. */
export function DownloadPage() {
  return (
    <WorkbookGate deed="download">
      {(name, workbook) => <DownloadForm name={name} workbook={workbook} />}
    </WorkbookGate>
  )
}

function DownloadForm({ name, workbook }: { name: WorkbookName; workbook: Workbook }) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const filters = useFilters()
  const [problem, setProblem] = useState<string | null>(null)
  const [{ fetching }, start] = useMutation(StartDownload)
  const submit = async () => {
    const { data, error } = await start({ input: { project, ...downloadOf(workbook, filters) } })
    const problems = problemsOf(t, error, data?.startDownload.userErrors)
    const jobId = data?.startDownload.job?.jobId
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    if (problems || !jobId) return
    announceJob()
    void navigate(paths.job(project, jobId))
  }
  return (
    <Panel title={t('download.what')}>
      <Stack gap="lg">
        {problem && (
          <Alert role="alert" color="red" variant="outline">
            {problem}
          </Alert>
        )}
        <Text>{t(workbook.layout)}</Text>
        {name === 'mobile-workers' && <WorkersWanted filters={filters} />}
        {name === 'locations' && <LocationsWanted filters={filters} />}
        {name === 'lookup-tables' && <TablesWanted filters={filters} />}
        <Group>
          <Button loading={fetching} onClick={() => void submit()}>
            {t('download.submit')}
          </Button>
          <Button component={Link} to={paths.upload(project, name)} variant="default">
            {t(workbook.upload)}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
