// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from 'urql'
import { dayRangeOf } from '../../../lib/format/dayRange.ts'
import { useFormat } from '../../../lib/format/useFormat.ts'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { announceJob } from '../../../lib/live/jobStartedEvent.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'

const Replay = graphql(`
  mutation ReplayForwarder($input: ReplayForwarderInput!) {
    replayForwarder(input: $input) {
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
  forwarderId: string
  name: string
  onClose: () => void
  onJob: (jobId: string) => void
}

/** Sends again what changed on some days, also on days before the forwarder was made. */
export function ReplayDialog({ forwarderId, name, onClose, onJob }: Props) {
  const t = useT()
  const { timeZone } = useFormat()
  const { name: project } = useProject()
  const [{ fetching }, replay] = useMutation(Replay)
  const [days, setDays] = useState({ from: '', to: '' })
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { from, before } = dayRangeOf({ get: (key) => days[key as 'from' | 'to'] }, timeZone)
    if (!from || !before) return setProblem(t('replay.days'))
    const { data, error } = await replay({
      input: { project, forwarderId, since: from, until: before },
    })
    const problems = problemsOf(t, error, data?.replayForwarder.userErrors)
    if (problems) return setProblem(problems.map(({ message }) => message).join(' '))
    announceJob()
    const jobId = data?.replayForwarder.job?.jobId
    if (jobId) onJob(jobId)
    onClose()
  }
  return (
    <Dialog title={t('replay.title', { name })} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <Text>{t('replay.text')}</Text>
          {(['from', 'to'] as const).map((key) => (
            <TextInput
              key={key}
              type="date"
              label={t(`audit.${key}`)}
              value={days[key]}
              onChange={({ currentTarget: { value } }) => setDays({ ...days, [key]: value })}
            />
          ))}
          <Text size="sm" role="alert" c="var(--b-danger)">
            {problem}
          </Text>
          <Group>
            <Button type="submit" loading={fetching}>
              {t('replay.submit')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
