// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { ActionMenu } from '../../../ui/ActionMenu.tsx'
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
    <Group gap="xs" wrap="nowrap" justify="flex-end">
      <Button
        size="compact-sm"
        variant="default"
        loading={fetching}
        aria-label={t('forwarding.toggle', { doing, name })}
        onClick={() => void toggle()}
      >
        {doing}
      </Button>
      <ActionMenu
        actions={[
          { label: t('action.edit'), to: inForwarding.forwarder(project, forwarderId) },
          {
            label: t('forwarding.viewRecords'),
            to: inForwarding.records(project, { forwarder: forwarderId }),
          },
          { label: t('replay.open'), onClick: () => setReplaying(true) },
          { label: t('forwarding.stop'), onClick: () => setStopping(true) },
        ]}
      />
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
