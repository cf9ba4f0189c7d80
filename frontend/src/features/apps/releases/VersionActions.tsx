// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Textarea } from '@mantine/core'
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
import { TypedConfirm } from '../../../ui/TypedConfirm.tsx'
import { RowActions } from '../RowActions.tsx'
import { CompareVersions } from './CompareVersions.tsx'
import { InstallVersion } from './InstallVersion.tsx'
import type { Version } from './ReleasesPage.tsx'

const Release = graphql(`
  mutation ReleaseAppVersion($input: ReleaseVersionInput!) {
    releaseVersion(input: $input) {
      version {
        buildId
        released
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const Comment = graphql(`
  mutation CommentAppVersion($input: CommentVersionInput!) {
    commentVersion(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const Revert = graphql(`
  mutation RevertApp($input: RevertAppInput!) {
    revertApp(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = {
  appId: string
  version: Version
  versions: readonly Version[]
  onChanged: () => void
}

/** What can be done with a version: release it, take it back, install it, go back to it. */
export function VersionActions({ appId, version, versions, onChanged }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const { buildId, number, comment, released } = version
  const [open, setOpen] = useState<'install' | 'compare' | 'comment' | 'revert' | null>(null)
  const [{ fetching }, release] = useMutation(Release)
  const [, say] = useMutation(Comment)
  const [, revert] = useMutation(Revert)
  const form = useForm({ initialValues: { comment } })
  const toggle = async () => {
    const { data, error } = await release({ input: { project, buildId, released: !released } })
    const [problem] = problemsOf(t, error, data?.releaseVersion.userErrors) ?? []
    showToast(problem?.message ?? t(released ? 'release.taken' : 'release.done', { number }))
    onChanged()
  }
  const close = () => setOpen(null)
  return (
    <Group gap="xs">
      {may('edit_apps') && (
        <Button
          size="compact-sm"
          variant={released ? 'default' : 'filled'}
          loading={fetching}
          aria-label={t(released ? 'release.takeNumber' : 'release.releaseNumber', { number })}
          onClick={() => void toggle()}
        >
          {t(released ? 'release.take' : 'release.release')}
        </Button>
      )}
      <RowActions
        of={String(number)}
        actions={[
          { label: t('install.title'), onClick: () => setOpen('install') },
          { label: t('compare.action'), onClick: () => setOpen('compare') },
          ...(may('edit_apps')
            ? [
                { label: t('releases.comment.edit'), onClick: () => setOpen('comment') },
                { label: t('revert.action'), onClick: () => setOpen('revert') },
              ]
            : []),
        ]}
      />
      {open === 'install' && <InstallVersion version={version} onClose={close} />}
      {open === 'compare' && (
        <CompareVersions appId={appId} version={version} versions={versions} onClose={close} />
      )}
      {open === 'comment' && (
        <Dialog title={t('releases.comment.edit')} onClose={close}>
          <EditForm
            form={form}
            submitLabel={t('action.save')}
            onCancel={close}
            onSubmit={async (values) => {
              const { data, error } = await say({
                input: { project, buildId, comment: values.comment },
              })
              const problems = problemsOf(t, error, data?.commentVersion.userErrors)
              if (problems) return problems
              form.resetDirty()
              onChanged()
              close()
              return undefined
            }}
          >
            <Textarea
              label={t('releases.comment')}
              autosize
              minRows={2}
              data-autofocus
              {...form.getInputProps('comment')}
            />
          </EditForm>
        </Dialog>
      )}
      {open === 'revert' && (
        <TypedConfirm
          title={t('revert.title', { number })}
          text={t('revert.text')}
          name={String(number)}
          confirmLabel={t('revert.submit')}
          onClose={close}
          onConfirm={async () => {
            const { data, error } = await revert({ input: { project, buildId } })
            const problems = problemsOf(t, error, data?.revertApp.userErrors)
            if (problems) return problems
            showToast(t('revert.done', { number }))
            onChanged()
            close()
            return undefined
          }}
        />
      )}
    </Group>
  )
}
