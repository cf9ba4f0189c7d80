// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Group as Row, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import type { Group } from './dictionaryQuery.ts'
import { useTypeEdit } from './useTypeEdit.ts'

const DeleteGroup = graphql(`
  mutation DeletePropertyGroup($input: DeletePropertyGroupInput!) {
    deletePropertyGroup(input: $input) {
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

type Props = {
  caseType: string
  /** Null for a new one. */
  group: Group | null
  onClose: () => void
  onDone: () => void
}

/** What a group is called and what it is for. */
export function GroupDialog({ caseType, group, onClose, onDone }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const edit = useTypeEdit(caseType)
  const [, remove] = useMutation(DeleteGroup)
  const form = useForm({
    initialValues: {
      name: group?.name ?? '',
      description: group?.description ?? '',
      deprecated: group?.deprecated ?? false,
    },
    validate: { name: (name) => (name.trim() ? null : t('product.name.missing')) },
  })
  const ungroup = async (number: number) => {
    const { data, error } = await remove({ input: { project, caseType, number } })
    const problems = problemsOf(t, error, data?.deletePropertyGroup.userErrors)
    if (problems?.[0]) {
      form.setFieldError('name', problems[0].message)
      return
    }
    form.resetDirty()
    onDone()
  }
  return (
    <Dialog title={group?.name ?? t('dictionary.addGroup')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('action.save')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const problems = await edit({ groups: [{ number: group?.number ?? null, ...values }] })
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
        <Textarea
          label={t('dictionary.description')}
          autosize
          minRows={2}
          {...form.getInputProps('description')}
        />
        <Checkbox
          label={t('dictionary.group.deprecated')}
          {...form.getInputProps('deprecated', { type: 'checkbox' })}
        />
        {group && (
          <Row>
            <Button variant="subtle" color="red" onClick={() => void ungroup(group.number)}>
              {t('dictionary.group.delete')}
            </Button>
          </Row>
        )}
      </EditForm>
    </Dialog>
  )
}
