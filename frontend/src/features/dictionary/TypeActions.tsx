// SPDX-License-Identifier: Apache-2.0
import { Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { useFilters } from '../../ui/table/useFilters.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'
import type { DescribedType } from './dictionaryQuery.ts'

const SetDeprecated = graphql(`
  mutation SetCaseTypeDeprecated($input: SetCaseTypeDeprecatedInput!) {
    setCaseTypeDeprecated(input: $input) {
      dictionaryType {
        name
        deprecated
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const Describe = graphql(`
  mutation DescribeCaseType($input: DescribeCaseTypeInput!) {
    describeCaseType(input: $input) {
      dictionaryType {
        name
        description
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const Delete = graphql(`
  mutation DeleteCaseType($input: DeleteCaseTypeInput!) {
    deleteCaseType(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { type: DescribedType; onDone: () => void }

/** What can be done with a type as a whole. Deprecating is undone by the same entry, so nothing asks. */
export function TypeActions({ type, onDone }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const filters = useFilters()
  const [open, setOpen] = useState<'describe' | 'delete' | null>(null)
  const [, setDeprecated] = useMutation(SetDeprecated)
  const [, remove] = useMutation(Delete)
  const { name, deprecated } = type
  const change = async () => {
    const { data, error } = await setDeprecated({
      input: { project, name, deprecated: !deprecated },
    })
    const problems = problemsOf(t, error, data?.setCaseTypeDeprecated.userErrors)
    showToast(
      problems?.[0]?.message ??
        t(deprecated ? 'dictionary.restored' : 'dictionary.nowDeprecated', { name }),
    )
    onDone()
  }
  return (
    <>
      <ActionMenu
        actions={[
          { label: t('dictionary.describe'), onClick: () => setOpen('describe') },
          {
            label: t(deprecated ? 'dictionary.restore' : 'dictionary.deprecate'),
            onClick: () => void change(),
          },
          ...(type.safeToDelete
            ? [{ label: t('action.delete'), onClick: () => setOpen('delete') }]
            : []),
        ]}
      />
      {open === 'describe' && (
        <DescribeType
          type={type}
          onClose={() => setOpen(null)}
          onDone={() => {
            setOpen(null)
            onDone()
          }}
        />
      )}
      {open === 'delete' && (
        <TypedConfirm
          title={t('dictionary.delete', { name })}
          text={t('dictionary.delete.text')}
          name={name}
          confirmLabel={t('action.delete')}
          onClose={() => setOpen(null)}
          onConfirm={async () => {
            const { data, error } = await remove({ input: { project, name } })
            const problems = problemsOf(t, error, data?.deleteCaseType.userErrors)
            if (problems) return problems
            filters.clear(['type'])
            onDone()
            return undefined
          }}
        />
      )}
    </>
  )
}

function DescribeType({ type, onClose, onDone }: Props & { onClose: () => void }) {
  const t = useT()
  const { name: project } = useProject()
  const [, describe] = useMutation(Describe)
  const form = useForm({
    initialValues: { description: type.description, fhirResourceType: type.fhirResourceType },
  })
  return (
    <Dialog title={type.name} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('action.save')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const { data, error } = await describe({
            input: { project, name: type.name, ...values },
          })
          const problems = problemsOf(t, error, data?.describeCaseType.userErrors)
          if (problems) return problems
          form.resetDirty()
          onDone()
          return undefined
        }}
      >
        <Textarea
          label={t('dictionary.description')}
          autosize
          minRows={2}
          data-autofocus
          {...form.getInputProps('description')}
        />
        <TextInput
          label={t('dictionary.fhirResourceType')}
          description={t('dictionary.fhirResourceType.help')}
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('fhirResourceType')}
        />
      </EditForm>
    </Dialog>
  )
}
