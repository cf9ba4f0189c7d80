// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useMutation } from 'urql'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { mutationFailure } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'

export const ArchiveButtonFragment = graphql(`
  fragment ArchiveButton on Form {
    formId
    state
  }
`)

const ArchiveForm = graphql(`
  mutation ArchiveForm($input: ArchiveFormInput!) {
    archiveForm(input: $input) {
      form {
        id
        state
      }
      userErrors {
        message
      }
    }
  }
`)

const UnarchiveForm = graphql(`
  mutation UnarchiveForm($input: ArchiveFormInput!) {
    unarchiveForm(input: $input) {
      form {
        id
        state
      }
      userErrors {
        message
      }
    }
  }
`)

// What a form did to cases and to the figures changes with it.
const touches = { additionalTypenames: ['Form', 'Case', 'CaseTransaction', 'ProjectActivity'] }

/** Takes the form out of the data, or puts it back; each offers to undo itself. */
export function ArchiveButton({ form }: { form: FragmentOf<typeof ArchiveButtonFragment> }) {
  const t = useT()
  const { name: project, may } = useProject()
  const { formId, state } = readFragment(ArchiveButtonFragment, form)
  const [archiving, archiveForm] = useMutation(ArchiveForm)
  const [unarchiving, unarchiveForm] = useMutation(UnarchiveForm)
  if (!may('edit_data') || (state !== 'NORMAL' && state !== 'ARCHIVED')) return null

  const input = { project, formId }
  const archive = async () => {
    const { data, error } = await archiveForm({ input }, touches)
    const problem = error ? mutationFailure(t, error) : data?.archiveForm.userErrors[0]?.message
    if (problem) showToast(problem)
    else showToast(t('form.archive.done'), () => void restore())
  }
  const restore = async () => {
    const { data, error } = await unarchiveForm({ input }, touches)
    const problem = error ? mutationFailure(t, error) : data?.unarchiveForm.userErrors[0]?.message
    if (problem) showToast(problem)
    else showToast(t('form.restore.done'), () => void archive())
  }
  return state === 'NORMAL' ? (
    <Button variant="default" loading={archiving.fetching} onClick={() => void archive()}>
      {t('form.archive')}
    </Button>
  ) : (
    <Button loading={unarchiving.fetching} onClick={() => void restore()}>
      {t('form.restore')}
    </Button>
  )
}
