// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { announceJob } from '../../lib/live/jobStartedEvent.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { SelectionBar } from '../../ui/selection/SelectionBar.tsx'
import type { Selection } from '../../ui/selection/useSelection.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { MailWhenDone } from './MailWhenDone.tsx'

const StartExports = graphql(`
  mutation StartExports($input: StartExportsInput!) {
    startExports(input: $input) {
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

type Props = {
  selection: Selection
  /** The exports of the page, in its order. */
  page: readonly string[]
  onJob: (jobId: string) => void
}

/** Writes the exports that were chosen as one workbook. */
export function ExportsTogether({ selection, page, onJob }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [mailWhenDone, setMailWhenDone] = useState(false)
  const [{ fetching }, start] = useMutation(StartExports)
  const run = async () => {
    const { everything, ids } = selection.selected
    const { data, error } = await start({
      input: { project, exportIds: everything ? [...page] : [...ids], mailWhenDone },
    })
    const problems = problemsOf(t, error, data?.startExports.userErrors)
    if (problems) return showToast(problems.map(({ message }) => message).join(' '))
    announceJob()
    selection.clear()
    const jobId = data?.startExports.job?.jobId
    if (jobId) onJob(jobId)
  }
  return (
    <SelectionBar selection={selection}>
      <MailWhenDone checked={mailWhenDone} onChange={setMailWhenDone} />
      <Button size="compact-sm" loading={fetching} onClick={() => void run()}>
        {t('exports.together')}
      </Button>
    </SelectionBar>
  )
}
