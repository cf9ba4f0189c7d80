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
import { RetireVersion } from './RetireVersion.tsx'
import { RollBackTo } from './rollout/RollBackTo.tsx'
import type { Version } from './ReleasesPage.tsx'
import { VersionSummaries } from './VersionSummaries.tsx'

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

const Delete = graphql(`
  mutation DeleteAppVersion($input: DeleteVersionInput!) {
    deleteVersion(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Open = 'install' | 'summaries' | 'compare' | 'comment' | 'revert' | 'take' | 'delete' | 'back'

type Props = {
  appId: string
  version: Version
  versions: readonly Version[]
  profiles: { id: string; name: string }[]
  languages: readonly string[]
  /** How many phones run it. */
  devices: number
  onChanged: () => void
}

/** What can be done with a version: release it, take it back, install it, go back to it. */
export function VersionActions(props: Props) {
  const { appId, version, versions, profiles, devices, onChanged } = props
  const t = useT()
  const { name: project, may } = useProject()
  const { buildId, number, comment, released } = version
  const [open, setOpen] = useState<Open | null>(null)
  const [{ fetching }, release] = useMutation(Release)
  const [, say] = useMutation(Comment)
  const [, revert] = useMutation(Revert)
  const [, remove] = useMutation(Delete)
  const form = useForm({ initialValues: { comment } })
  const toggle = async () => {
    const { data, error } = await release({ input: { project, buildId, released: !released } })
    const problems = problemsOf(t, error, data?.releaseVersion.userErrors)
    showToast(problems?.[0]?.message ?? t(released ? 'release.taken' : 'release.done', { number }))
    onChanged()
    return problems
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
          onClick={() => (released && devices > 0 ? setOpen('take') : void toggle())}
        >
          {t(released ? 'release.take' : 'release.release')}
        </Button>
      )}
      <RowActions
        of={String(number)}
        actions={[
          { label: t('install.title'), onClick: () => setOpen('install') },
          { label: t('compare.action'), onClick: () => setOpen('compare') },
          { label: t('summaries.title'), onClick: () => setOpen('summaries') },
          ...(may('edit_apps')
            ? [
                { label: t('releases.comment.edit'), onClick: () => setOpen('comment') },
                { label: t('revert.action'), onClick: () => setOpen('revert') },
                { label: t('rollout.back.action'), onClick: () => setOpen('back') },
                ...(released
                  ? []
                  : [{ label: t('retire.delete'), onClick: () => setOpen('delete') }]),
              ]
            : []),
        ]}
      />
      {open === 'install' && (
        <InstallVersion version={version} profiles={profiles} onClose={close} />
      )}
      {open === 'summaries' && (
        <VersionSummaries version={version} languages={props.languages} onClose={close} />
      )}
      {open === 'back' && <RollBackTo version={version} onClose={close} onDone={onChanged} />}
      {open === 'take' && (
        <RetireVersion
          title={t('retire.take.title', { number })}
          text={t('retire.take.text')}
          devices={devices}
          submitLabel={t('release.take')}
          onClose={close}
          onConfirm={toggle}
        />
      )}
      {open === 'delete' && (
        <RetireVersion
          title={t('retire.delete.title', { number })}
          text={t('retire.delete.text')}
          devices={devices}
          submitLabel={t('retire.delete')}
          onClose={close}
          onConfirm={async () => {
            const { data, error } = await remove({ input: { project, buildId } })
            const problems = problemsOf(t, error, data?.deleteVersion.userErrors)
            if (!problems) {
              showToast(t('retire.deleted', { number }))
              onChanged()
            }
            return problems
          }}
        />
      )}
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
