// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Switch } from '@mantine/core'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { announceJob } from '../../lib/live/jobStartedEvent.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import type { ExportRow } from './exportRow.ts'

const RebuildExport = graphql(`
  mutation RebuildExport($input: RebuildExportInput!) {
    rebuildExport(input: $input) {
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

const SetExportRebuilding = graphql(`
  mutation SetExportRebuilding($input: SetExportRebuildingInput!) {
    setExportRebuilding(input: $input) {
      export {
        id
        rebuilding
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { row: ExportRow; onJob: (jobId: string) => void; onChanged: () => void }

/** What can be done with the kept file of a daily export. */
export function DailyActions({ row, onJob, onChanged }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ fetching }, rebuild] = useMutation(RebuildExport)
  const [, setRebuilding] = useMutation(SetExportRebuilding)
  const { exportId, builtAt, dailyPath, rebuilding, mayEdit } = row
  const update = async () => {
    const { data, error } = await rebuild({ input: { project, exportId } })
    const problems = problemsOf(t, error, data?.rebuildExport.userErrors)
    if (problems) return showToast(problems.map(({ message }) => message).join(' '))
    announceJob()
    const jobId = data?.rebuildExport.job?.jobId
    if (jobId) onJob(jobId)
  }
  const toggle = async (wanted: boolean) => {
    const { data, error } = await setRebuilding({
      input: { project, exportId, rebuilding: wanted },
    })
    const problems = problemsOf(t, error, data?.setExportRebuilding.userErrors)
    if (problems) showToast(problems.map(({ message }) => message).join(' '))
    onChanged()
  }
  return (
    <Group gap="xs">
      {builtAt && dailyPath && (
        <Button component="a" href={dailyPath} download size="compact-sm" variant="default">
          {t('action.download')}
        </Button>
      )}
      <Button size="compact-sm" variant="default" loading={fetching} onClick={() => void update()}>
        {t('export.update')}
      </Button>
      {dailyPath && (
        <CopyText
          value={`${globalThis.location.origin}${dailyPath}`}
          label={t('export.copyLink')}
        />
      )}
      {mayEdit && (
        <Switch
          size="sm"
          label={t('export.rebuilding')}
          checked={rebuilding}
          onChange={(event) => void toggle(event.currentTarget.checked)}
        />
      )}
    </Group>
  )
}
