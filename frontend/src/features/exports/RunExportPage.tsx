// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { announceJob } from '../../lib/live/jobStartedEvent.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { filterOf, valuesOf } from './exportFilter.ts'
import { ExportFilterFields } from './ExportFilterFields.tsx'
import { ExportGate, type Export } from './ExportGate.tsx'
import { listOf } from './exportLists.ts'
import { ExportRowFragment, kindOf, type ExportFormat } from './exportRow.ts'
import { formatsOf } from './exportWords.ts'
import { FeedLinks } from './FeedLinks.tsx'
import { JobWithFile } from './JobWithFile.tsx'
import { MailWhenDone } from './MailWhenDone.tsx'

const StartExport = graphql(`
  mutation StartExport($input: StartExportInput!) {
    startExport(input: $input) {
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

const StartMedia = graphql(`
  mutation StartExportMedia($input: StartExportMediaInput!) {
    startExportMedia(input: $input) {
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

const DeleteExport = graphql(`
  mutation DeleteExport($input: DeleteExportInput!) {
    deleteExport(input: $input) {
      exportId
      userErrors {
        message
        field
      }
    }
  }
`)

/** Asks which forms or cases are wanted, writes the file and gives it. */
export function RunExportPage() {
  return (
    <ExportGate requestPolicy="cache-and-network">
      {(found, exportId) => <Loaded key={exportId} found={found} />}
    </ExportGate>
  )
}

function Loaded({ found }: { found: Export }) {
  const t = useT()
  const { name: project } = useProject()
  const row = readFragment(ExportRowFragment, found)
  const { exportId, type, name, description, mayEdit, dailyPath } = row
  const [format, setFormat] = useState<ExportFormat>(row.format)
  const [filter, setFilter] = useState(valuesOf(found.filter))
  const [jobId, setJobId] = useState<string | null>(null)
  const [mailWhenDone, setMailWhenDone] = useState(false)
  const [deleting, setDeleting] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const [{ fetching }, start] = useMutation(StartExport)
  const [media, startMedia] = useMutation(StartMedia)
  const begun = (problems: Problem[] | undefined, started: string | undefined) => {
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    if (problems || !started) return
    announceJob()
    setJobId(started)
  }
  const run = async () => {
    const { data, error } = await start({
      input: { project, exportId, format, filter: filterOf(filter), mailWhenDone },
    })
    const payload = data?.startExport
    begun(problemsOf(t, error, payload?.userErrors), payload?.job?.jobId)
  }
  const gather = async () => {
    const { data, error } = await startMedia({
      input: { project, exportId, filter: filterOf(filter), mailWhenDone },
    })
    const payload = data?.startExportMedia
    begun(problemsOf(t, error, payload?.userErrors), payload?.job?.jobId)
  }
  const kind = kindOf(row)
  const list = listOf(project, type, kind)
  return (
    <Page
      title={name}
      purpose={description || t(kind === 'feed' ? 'feed.purpose' : 'runExport.purpose')}
      parent={<TextLink to={list.path}>{t(list.title)}</TextLink>}
      actions={
        mayEdit && (
          <>
            <Button component={Link} to={paths.editExport(project, exportId)} variant="default">
              {t('export.edit')}
            </Button>
            <Button variant="default" onClick={() => setDeleting(true)}>
              {t('action.delete')}
            </Button>
          </>
        )
      }
      narrow
    >
      {jobId && <JobWithFile key={jobId} jobId={jobId} onClose={() => setJobId(null)} />}
      {kind === 'feed' ? (
        <Panel title={t('feed.addresses')}>
          <Stack gap="lg">
            <Text>{t('feed.how')}</Text>
            <FeedLinks row={row} variant="default" />
          </Stack>
        </Panel>
      ) : (
        <Panel title={t('export.filter')}>
          <Stack gap="lg">
            {problem && (
              <Alert role="alert" color="red" variant="outline">
                {problem}
              </Alert>
            )}
            <ExportFilterFields values={filter} onChange={setFilter} />
            <SelectField
              label={t('export.format')}
              options={formatsOf(type).map(({ value, key }) => ({ value, label: t(key) }))}
              value={format}
              onChange={(value) => setFormat(value as ExportFormat)}
            />
            <MailWhenDone checked={mailWhenDone} onChange={setMailWhenDone} />
            <Group>
              <Button loading={fetching} onClick={() => void run()}>
                {t('runExport.submit')}
              </Button>
              {type === 'FORM' && !found.manner.deidentified && (
                <Button variant="default" loading={media.fetching} onClick={() => void gather()}>
                  {t('runExport.media')}
                </Button>
              )}
              {dailyPath && (
                <CopyText
                  variant="default"
                  value={`${globalThis.location.origin}${dailyPath}`}
                  label={t('export.copyLink')}
                />
              )}
            </Group>
          </Stack>
        </Panel>
      )}
      {deleting && (
        <DeleteDialog
          exportId={exportId}
          name={name}
          back={list.path}
          onClose={() => setDeleting(false)}
        />
      )}
    </Page>
  )
}

type DeleteProps = { exportId: string; name: string; back: string; onClose: () => void }

function DeleteDialog({ exportId, name, back, onClose }: DeleteProps) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [problem, setProblem] = useState<string | null>(null)
  const [{ fetching }, remove] = useMutation(DeleteExport)
  const confirm = async () => {
    const { data, error } = await remove({ input: { project, exportId } })
    const problems = problemsOf(t, error, data?.deleteExport.userErrors)
    if (problems) setProblem(problems.map(({ message }) => message).join(' '))
    else void navigate(back)
  }
  return (
    <Dialog title={t('deleteExport.title', { name })} onClose={onClose}>
      <Stack gap="md">
        {problem && (
          <Alert role="alert" color="red" variant="outline">
            {problem}
          </Alert>
        )}
        {t('deleteExport.text')}
        <Group>
          <Button color="red" loading={fetching} onClick={() => void confirm()}>
            {t('action.delete')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
