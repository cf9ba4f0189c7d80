// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'

const CreateProgram = graphql(`
  mutation CreateProgram($input: CreateProgramInput!) {
    createProgram(input: $input) {
      program {
        programId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const UpdateProgram = graphql(`
  mutation UpdateProgram($input: UpdateProgramInput!) {
    updateProgram(input: $input) {
      program {
        programId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = {
  /** Null for a new one. */
  program: { programId: string; name: string; code: string } | null
  onClose: () => void
  onDone: () => void
}

/** Name and code of a program. */
export function ProgramDialog({ program, onClose, onDone }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, create] = useMutation(CreateProgram)
  const [, update] = useMutation(UpdateProgram)
  const form = useForm({
    initialValues: { name: program?.name ?? '', code: program?.code ?? '' },
    validate: { name: (value) => (value.trim() ? null : t('product.name.missing')) },
  })
  const save = async (values: { name: string; code: string }) => {
    if (program) {
      const { programId } = program
      const { data, error } = await update({ input: { project, programId, ...values } })
      return problemsOf(t, error, data?.updateProgram.userErrors)
    }
    const { data, error } = await create({ input: { project, ...values } })
    return problemsOf(t, error, data?.createProgram.userErrors)
  }
  return (
    <Dialog title={program ? program.name : t('newProgram.title')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('action.save')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const problems = await save(values)
          if (problems) return problems
          form.resetDirty()
          onDone()
          return undefined
        }}
      >
        <TextInput
          label={t('product.name')}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('product.code')}
          description={t('product.code.help')}
          autoComplete="off"
          {...form.getInputProps('code')}
        />
      </EditForm>
    </Dialog>
  )
}
