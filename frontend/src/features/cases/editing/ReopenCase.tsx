// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { showToast } from '../../../ui/toast/toasts.ts'
import { touches, type Edited } from './updateCase.ts'

const Reopen = graphql(`
  mutation ReopenCase($input: ReopenCaseInput!) {
    reopenCase(input: $input) {
      case {
        id
        closed
      }
      userErrors {
        message
        field
      }
    }
  }
`)

/** Says what becomes of the forms that closed a case before that is undone. */
export function ReopenCase({ case: edited, onClose }: { case: Edited; onClose: () => void }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ fetching }, reopenCase] = useMutation(Reopen)
  const [problem, setProblem] = useState('')
  const reopen = async () => {
    const input = { project, caseId: edited.caseId }
    const { data, error } = await reopenCase({ input }, touches)
    const problems = problemsOf(t, error, data?.reopenCase.userErrors)
    if (problems) {
      setProblem(problems.map(({ message }) => message).join(' '))
      return
    }
    showToast(t('reopenCase.done'))
    onClose()
  }
  return (
    <Dialog title={t('reopenCase.title', { name: edited.name })} onClose={onClose}>
      <Stack>
        <Text>{t('reopenCase.text')}</Text>
        {problem && (
          <Text role="alert" c="red">
            {problem}
          </Text>
        )}
        <Group>
          <Button loading={fetching} onClick={() => void reopen()}>
            {t('reopenCase.submit')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
