// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'

const DeleteWorkerMutation = graphql(`
  mutation DeleteMobileWorker($input: DeleteMobileWorkerInput!) {
    deleteMobileWorker(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = {
  worker: { userId: string; username: string; forms: number; openCases: number }
  onClose: () => void
}

/** Says what goes and what stays, and asks for the username. */
export function DeleteWorker({ worker, onClose }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const [, deleteWorker] = useMutation(DeleteWorkerMutation)
  const { userId, username, forms, openCases } = worker
  return (
    <TypedConfirm
      title={t('deleteWorker.title', { name: username })}
      text={
        <Stack gap="xs">
          <Text>{t('deleteWorker.goes')}</Text>
          <Text>{t('deleteWorker.stays', { forms, cases: openCases })}</Text>
          <Text>{t('deleteWorker.rather')}</Text>
        </Stack>
      }
      name={username}
      confirmLabel={t('deleteWorker.submit')}
      onClose={onClose}
      onConfirm={async () => {
        const { data, error } = await deleteWorker({ input: { project, userId } })
        const problems = problemsOf(t, error, data?.deleteMobileWorker.userErrors)
        if (problems) return problems
        showToast(t('deleteWorker.done', { name: username }))
        void navigate(paths.mobileWorkers(project))
        return undefined
      }}
    />
  )
}
