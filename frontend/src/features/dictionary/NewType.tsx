// SPDX-License-Identifier: Apache-2.0
import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'

const CreateCaseType = graphql(`
  mutation CreateCaseType($input: CreateCaseTypeInput!) {
    createCaseType(input: $input) {
      dictionaryType {
        name
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { onClose: () => void; onDone: (name: string) => void }

/** A type of cases that is described before any case is of it. */
export function NewType({ onClose, onDone }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [, create] = useMutation(CreateCaseType)
  const form = useForm({
    initialValues: { name: '', description: '' },
    validate: { name: (name) => (name.trim() ? null : t('dictionary.caseType.missing')) },
  })
  return (
    <Dialog title={t('dictionary.new')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('action.save')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const { data, error } = await create({ input: { project, ...values } })
          const type = data?.createCaseType.dictionaryType
          if (!type) return problemsOf(t, error, data?.createCaseType.userErrors)
          form.resetDirty()
          setTimeout(() => onDone(type.name))
          return undefined
        }}
      >
        <TextInput
          label={t('dictionary.caseType')}
          description={t('dictionary.caseType.help')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Textarea
          label={t('dictionary.description')}
          autosize
          minRows={2}
          {...form.getInputProps('description')}
        />
      </EditForm>
    </Dialog>
  )
}
