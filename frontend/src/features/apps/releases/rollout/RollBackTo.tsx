// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../../ui/Dialog.tsx'
import { problemsOf } from '../../../../ui/form/problemsOf.ts'
import { showToast } from '../../../../ui/toast/toasts.ts'
import { RollBack } from './rolloutDocuments.ts'

type Props = {
  version: { buildId: string; number: number }
  onClose: () => void
  onDone: () => void
}

/** Brings all phones back to an old version, which comes again under a new number. */
export function RollBackTo({ version, onClose, onDone }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ fetching }, rollBack] = useMutation(RollBack)
  const [problem, setProblem] = useState<string | null>(null)
  const { buildId, number } = version
  const submit = async () => {
    const { data, error } = await rollBack({ input: { project, buildId } })
    const again = data?.rollBackApp.version
    if (!again) {
      const problems = problemsOf(t, error, data?.rollBackApp.userErrors)
      setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
      return
    }
    showToast(t('rollout.back.done', { number, again: again.number }))
    onDone()
    onClose()
  }
  return (
    <Dialog title={t('rollout.back.title', { number })} onClose={onClose}>
      <Stack>
        <Text>{t('rollout.back.text', { number })}</Text>
        {problem && (
          <Alert role="alert" color="red" variant="outline">
            {problem}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button color="red" loading={fetching} data-autofocus onClick={() => void submit()}>
            {t('rollout.back', { number })}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
