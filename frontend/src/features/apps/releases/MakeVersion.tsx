// SPDX-License-Identifier: Apache-2.0
import { Stack, Text, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EditForm } from '../../../ui/form/EditForm.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { showToast } from '../../../ui/toast/toasts.ts'
import type { AppProblem } from '../editing/ProblemsContext.tsx'
import { ProblemList } from './ProblemList.tsx'

const Make = graphql(`
  mutation MakeAppVersion($input: MakeVersionInput!) {
    makeVersion(input: $input) {
      version {
        buildId
        number
      }
      problems {
        place
        message
        severity
        menuId
        formId
        question
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { appId: string; onClose: () => void; onMade: () => void }

/** Makes a version of what is built, or says what keeps it from being one. */
export function MakeVersion({ appId, onClose, onMade }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, make] = useMutation(Make)
  const [problems, setProblems] = useState<AppProblem[]>([])
  const form = useForm({ initialValues: { comment: '' } })
  return (
    <Dialog title={t('makeVersion.title')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('makeVersion.submit')}
        onCancel={onClose}
        onSubmit={async ({ comment }) => {
          setProblems([])
          const { data, error } = await make({ input: { project, appId, comment } })
          const version = data?.makeVersion.version
          if (version) {
            form.resetDirty()
            const without = data.makeVersion.problems.map(({ message }) => message)
            showToast([t('makeVersion.done', { number: version.number }), ...without].join(' '))
            onMade()
            onClose()
            return undefined
          }
          const found = data?.makeVersion.problems ?? []
          setProblems(found)
          if (found.length > 0) return undefined
          return problemsOf(t, error, data?.makeVersion.userErrors)
        }}
      >
        <Textarea
          label={t('releases.comment')}
          description={t('makeVersion.comment.help')}
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps('comment')}
        />
        {problems.length > 0 && (
          <Stack gap="xs" role="alert">
            <Text fw={600}>{t('makeVersion.problems', { count: problems.length })}</Text>
            <ProblemList appId={appId} problems={problems} />
          </Stack>
        )}
      </EditForm>
    </Dialog>
  )
}
