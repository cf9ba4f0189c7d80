// SPDX-License-Identifier: Apache-2.0
import { useWindowEvent } from '@mantine/hooks'
import { IconListCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql, readFragment } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { Translator } from '../../lib/i18n/translator.ts'
import { jobStartedEvent } from '../../lib/live/jobStartedEvent.ts'
import { usePolling } from '../../lib/live/usePolling.ts'
import { useSession } from '../../lib/session/SessionContext.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { JobFragment } from '../../ui/job/jobNow.ts'
import classes from './JobTray.module.css'
import { TrayPanel } from './TrayPanel.tsx'
import { ownJobs, readSeen, rememberSeen, trayStateOf, type TrayState } from './trayState.ts'

const TrayQuery = graphql(
  `
    query JobTray($project: String!) {
      project(name: $project) {
        id
        jobs(first: 20) {
          nodes {
            ...JobNow
            errors(first: 3) {
              nodes {
                sheet
                row
                column
                subject
                message
              }
            }
          }
        }
      }
    }
  `,
  [JobFragment],
)

/** The reader's own bulk work of the last day; nothing while there is none. */
export function JobTray({ project }: { project: string }) {
  const t = useT()
  const { user } = useSession()
  const [openedAt] = useState(() => Date.now())
  const [seenAt, setSeenAt] = useState(() => readSeen(project))
  const [{ data }, execute] = useQuery({
    query: TrayQuery,
    variables: { project },
    requestPolicy: 'network-only',
  })
  const read = () => execute({ requestPolicy: 'network-only' })
  useWindowEvent(jobStartedEvent, read)
  const found = (data?.project?.jobs.nodes ?? []).map((node) => ({
    ...readFragment(JobFragment, node),
    errors: node.errors.nodes,
  }))
  const jobs = ownJobs(found, user?.userId, openedAt)
  const state = trayStateOf(jobs, seenAt)
  usePolling({ read, active: state.says === 'running', everyMillis: 2000 })
  const said = wordsOf(t, state)
  return (
    <>
      <span role="status" className="visuallyHidden">
        {state.says === 'finished' && said}
      </span>
      {state.says !== 'nothing' && (
        <Disclosure
          label={said}
          side="end-wide"
          className={classes['target']}
          button={
            <>
              <IconListCheck size={18} aria-hidden />
              <span className={classes['words']} data-says={state.says}>
                {said}
              </span>
            </>
          }
        >
          {(close) => (
            <TrayPanel
              jobs={jobs}
              project={project}
              onGone={close}
              onSeen={(at) => {
                rememberSeen(project, at)
                setSeenAt(at)
              }}
            />
          )}
        </Disclosure>
      )}
    </>
  )
}

function wordsOf(t: Translator, state: TrayState): string {
  switch (state.says) {
    case 'running':
      return t('tray.running', { count: state.count, percent: state.percent })
    case 'finished':
      return t(state.withErrors ? 'tray.finishedWithErrors' : 'tray.finished', {
        count: state.count,
      })
    default:
      return t('tray.title')
  }
}
