// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'

const Delete = graphql(`
  mutation DeleteProgram($input: DeleteProgramInput!) {
    deleteProgram(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = {
  program: { programId: string; name: string }
  onClose: () => void
  onDone: () => void
}

export function DeleteProgram({ program: { programId, name }, onClose, onDone }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, remove] = useMutation(Delete)
  return (
    <TypedConfirm
      title={t('deleteProgram.title', { name })}
      text={t('deleteProgram.text')}
      name={name}
      confirmLabel={t('action.delete')}
      onClose={onClose}
      onConfirm={async () => {
        const { data, error } = await remove({ input: { project, programId } })
        const problems = problemsOf(t, error, data?.deleteProgram.userErrors)
        if (problems) return problems
        onDone()
        return undefined
      }}
    />
  )
}
