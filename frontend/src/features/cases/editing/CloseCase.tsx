// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { showToast } from '../../../ui/toast/toasts.ts'
import { touches, UpdateCase, type Edited } from './updateCase.ts'

/** Asks before a case is closed, because it then leaves the phones. */
export function CloseCase({ case: edited, onClose }: { case: Edited; onClose: () => void }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ fetching }, updateCase] = useMutation(UpdateCase)
  const [problem, setProblem] = useState('')
  const close = async () => {
    const { data, error } = await updateCase(
      { input: { project, caseId: edited.caseId, close: true } },
      touches,
    )
    const problems = problemsOf(t, error, data?.updateCase.userErrors)
    if (problems) {
      setProblem(problems.map(({ message }) => message).join(' '))
      return
    }
    showToast(t('closeCase.done'))
    onClose()
  }
  return (
    <Dialog title={t('closeCase.title', { name: edited.name })} onClose={onClose}>
      <Stack>
        <Text>{t('closeCase.text')}</Text>
        {problem && (
          <Text role="alert" c="red">
            {problem}
          </Text>
        )}
        <Group>
          <Button loading={fetching} onClick={() => void close()}>
            {t('closeCase.submit')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
