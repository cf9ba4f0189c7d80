// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EditForm } from '../../../ui/form/EditForm.tsx'
import { problemsOf } from '../../../ui/form/problemsOf.ts'
import { QueryError } from '../../../ui/QueryError.tsx'
import { showToast } from '../../../ui/toast/toasts.ts'
import { corrected, type Corrections, type FormText } from './correctedTexts.ts'
import { TextFields } from './TextFields.tsx'

const Texts = graphql(`
  query FormTexts($project: String!, $formId: String!) {
    project(name: $project) {
      id
      form(formId: $formId) {
        id
        texts {
          path
          value
          caseId
        }
      }
    }
  }
`)

const Clean = graphql(`
  mutation CleanForm($input: CleanFormInput!) {
    cleanForm(input: $input) {
      changed
      userErrors {
        message
        field
      }
    }
  }
`)

// What the form did to cases and to the figures changes with it.
const touches = { additionalTypenames: ['Form', 'Case', 'CaseTransaction', 'ProjectActivity'] }

type Props = { formId: string; onClose: () => void }

/** Corrects the answers of a form and what it saves to cases. */
export function CleanForm({ formId, onClose }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: Texts,
    variables: { project, formId },
    requestPolicy: 'network-only',
  })
  const texts = data?.project?.form?.texts
  return (
    <Dialog title={t('cleanForm.title')} onClose={onClose}>
      {texts && texts.length > 0 && <Fields formId={formId} texts={texts} onClose={onClose} />}
      {texts?.length === 0 && <Text>{t('cleanForm.none')}</Text>}
      {error && (
        <QueryError error={error} onRetry={() => read({ requestPolicy: 'network-only' })} />
      )}
      {!texts && !error && <Skeleton h={200} />}
    </Dialog>
  )
}

function Fields({ formId, texts, onClose }: Props & { texts: FormText[] }) {
  const t = useT()
  const { name: project } = useProject()
  const [, cleanForm] = useMutation(Clean)
  const form = useForm<{ corrections: Corrections }>({ initialValues: { corrections: {} } })
  const { corrections } = form.values
  const save = async () => {
    const changes = Object.entries(corrections).map(([path, value]) => ({ path, value }))
    const input = { project, formId, texts: changes }
    const { data, error } = await cleanForm({ input }, touches)
    const problems = problemsOf(t, error, data?.cleanForm.userErrors)
    if (problems) return problems
    showToast(data?.cleanForm.changed ? t('cleanForm.done') : t('cleanForm.unchanged'))
    onClose()
    return undefined
  }
  return (
    <EditForm form={form} submitLabel={t('cleanForm.submit')} onSubmit={save} onCancel={onClose}>
      <Stack gap="sm">
        <Text size="sm">{t('cleanForm.purpose')}</Text>
        <TextFields
          texts={texts}
          corrections={corrections}
          onChange={(text, value) =>
            form.setFieldValue('corrections', corrected(texts, corrections, text, value))
          }
        />
      </Stack>
    </EditForm>
  )
}
