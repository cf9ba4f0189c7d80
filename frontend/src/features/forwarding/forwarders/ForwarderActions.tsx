// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { showToast } from '../../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../../ui/TypedConfirm.tsx'
import { inForwarding } from '../forwardingPaths.ts'
import type { ForwarderRow } from './ForwardersPage.tsx'
import { ReplayDialog } from './ReplayDialog.tsx'

const SetPaused = graphql(`
  mutation SetForwarderPaused($input: SetForwarderPausedInput!) {
    setForwarderPaused(input: $input) {
      forwarder {
        id
        paused
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const DeleteForwarder = graphql(`
  mutation DeleteForwarder($input: DeleteForwarderInput!) {
    deleteForwarder(input: $input) {
      forwarderId
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { row: ForwarderRow; onChanged: () => void; onJob: (jobId: string) => void }

/** Pause or go on, edit, see its records, stop for good. */
export function ForwarderActions({ row, onChanged, onJob }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ fetching }, setPaused] = useMutation(SetPaused)
  const [, remove] = useMutation(DeleteForwarder)
  const [replaying, setReplaying] = useState(false)
  const [stopping, setStopping] = useState(false)
  const { id: forwarderId, name, paused } = row
  const toggle = async () => {
    const { data, error } = await setPaused({ input: { project, forwarderId, paused: !paused } })
    const problems = problemsOf(t, error, data?.setForwarderPaused.userErrors)
    if (problems) showToast(problems.map(({ message }) => message).join(' '))
    onChanged()
  }
  const doing = t(paused ? 'forwarding.resume' : 'forwarding.pause')
  return (
    <Group gap={6} maw={250}>
      <Button
        size="compact-sm"
        variant="default"
        loading={fetching}
        aria-label={t('forwarding.toggle', { doing, name })}
        onClick={() => void toggle()}
      >
        {doing}
      </Button>
      <Button
        component={Link}
        size="compact-sm"
        variant="default"
        aria-label={t('forwarding.toggle', { doing: t('action.edit'), name })}
        to={inForwarding.forwarder(project, forwarderId)}
      >
        {t('action.edit')}
      </Button>
      <Button
        component={Link}
        size="compact-sm"
        variant="default"
        aria-label={t('forwarding.toggle', { doing: t('forwarding.viewRecords'), name })}
        to={inForwarding.records(project, { forwarder: forwarderId })}
      >
        {t('forwarding.viewRecords')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('replay.title', { name })}
        onClick={() => setReplaying(true)}
      >
        {t('replay.open')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        aria-label={t('forwarding.toggle', { doing: t('forwarding.stop'), name })}
        onClick={() => setStopping(true)}
      >
        {t('forwarding.stop')}
      </Button>
      {replaying && (
        <ReplayDialog
          forwarderId={forwarderId}
          name={name}
          onClose={() => setReplaying(false)}
          onJob={onJob}
        />
      )}
      {stopping && (
        <TypedConfirm
          title={t('stopForwarding.title', { name })}
          text={t('stopForwarding.text')}
          name={name}
          confirmLabel={t('forwarding.stop')}
          onClose={() => setStopping(false)}
          onConfirm={async () => {
            const { data, error } = await remove({ input: { project, forwarderId } })
            const problems = problemsOf(t, error, data?.deleteForwarder.userErrors)
            if (problems) return problems
            setStopping(false)
            showToast(t('stopForwarding.done', { name }))
            onChanged()
            return undefined
          }}
        />
      )}
    </Group>
  )
}
