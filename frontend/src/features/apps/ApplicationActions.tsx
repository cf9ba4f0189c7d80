// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { CopyTarget } from './CopyTarget.tsx'
import { RowActions } from './RowActions.tsx'

const Copy = graphql(`
  mutation CopyApp($input: CopyAppInput!) {
    copyApp(input: $input) {
      app {
        appId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const Delete = graphql(`
  mutation DeleteApp($input: DeleteAppInput!) {
    deleteApp(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const Undelete = graphql(`
  mutation UndeleteApp($input: DeleteAppInput!) {
    undeleteApp(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { app: { appId: string; name: string }; onChanged: () => void }

export function ApplicationActions({ app: { appId, name }, onChanged }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const [copying, setCopying] = useState(false)
  const [, remove] = useMutation(Delete)
  const [, bringBack] = useMutation(Undelete)
  const input = { project, appId }
  const undelete = async () => {
    const { data, error } = await bringBack({ input })
    const [problem] = problemsOf(t, error, data?.undeleteApp.userErrors) ?? []
    if (problem) showToast(problem.message)
    onChanged()
  }
  const deleteApp = async () => {
    const { data, error } = await remove({ input })
    const [problem] = problemsOf(t, error, data?.deleteApp.userErrors) ?? []
    if (problem) showToast(problem.message)
    else showToast(t('apps.deleted', { name }), () => void undelete())
    onChanged()
  }
  return (
    <>
      <RowActions
        of={name}
        actions={[
          { label: t('releases.title'), to: paths.appReleases(project, appId) },
          ...(may('edit_apps')
            ? [
                { label: t('action.copy'), onClick: () => setCopying(true) },
                { label: t('action.delete'), onClick: () => void deleteApp() },
              ]
            : []),
        ]}
      />
      {copying && (
        <CopyApplication
          appId={appId}
          name={name}
          onClose={() => setCopying(false)}
          onCopied={() => {
            setCopying(false)
            onChanged()
          }}
        />
      )}
    </>
  )
}

type CopyProps = { appId: string; name: string; onClose: () => void; onCopied: () => void }

function CopyApplication({ appId, name, onClose, onCopied }: CopyProps) {
  const t = useT()
  const { name: project } = useProject()
  const [, copy] = useMutation(Copy)
  const form = useForm({
    initialValues: { name: t('copyApp.name', { name }), toProject: project },
    validate: { name: (value) => (value.trim() ? null : t('apps.name.missing')) },
  })
  return (
    <Dialog title={t('copyApp.title', { name })} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('action.copy')}
        onCancel={onClose}
        onSubmit={async (values) => {
          const { data, error } = await copy({
            input: { project, appId, name: values.name.trim(), toProject: values.toProject },
          })
          const problems = problemsOf(t, error, data?.copyApp.userErrors)
          if (problems) return problems
          form.resetDirty()
          showToast(t('copyApp.done', { name: values.name.trim() }))
          onCopied()
          return undefined
        }}
      >
        <TextInput label={t('apps.name')} autoComplete="off" {...form.getInputProps('name')} />
        <CopyTarget
          value={form.values.toProject}
          onChange={(toProject) => form.setFieldValue('toProject', toProject)}
        />
      </EditForm>
    </Dialog>
  )
}
