// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'
import type { Enterprise } from './enterpriseQuery.ts'
import { LineForm } from './LineForm.tsx'
import { Problems } from './Problems.tsx'
import { useDeeds } from './useDeeds.ts'

const AddProject = graphql(`
  mutation AddEnterpriseProject($input: EnterpriseProjectInput!) {
    addEnterpriseProject(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const RemoveProject = graphql(`
  mutation RemoveEnterpriseProject($input: EnterpriseProjectInput!) {
    removeEnterpriseProject(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const SetActive = graphql(`
  mutation SetEnterpriseProjectActive($input: EnterpriseProjectActiveInput!) {
    setEnterpriseProjectActive(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Project = Enterprise['projects'][number]
type Props = { enterprise: Enterprise; onChanged: () => void }

/** The project spaces of the account. */
export function ProjectsPanel({ enterprise: { enterpriseId, projects }, onChanged }: Props) {
  const t = useT()
  const [, add] = useMutation(AddProject)
  const [, remove] = useMutation(RemoveProject)
  const [, setActive] = useMutation(SetActive)
  const [closing, setClosing] = useState<string | null>(null)
  const { attempt, busy, problems, problem } = useDeeds(onChanged)
  const open = async (project: string, active: boolean) => {
    const { data, error } = await setActive({ input: { enterpriseId, project, active } })
    return { error, userErrors: data?.setEnterpriseProjectActive.userErrors }
  }
  const columns = [
    {
      id: 'name',
      header: t('enterprise.project'),
      cell: ({ name, displayName, active }: Project) =>
        active ? <TextLink to={paths.dashboard(name)}>{displayName}</TextLink> : displayName,
    },
    {
      id: 'state',
      header: t('enterprise.state'),
      cell: ({ active }: Project) => (
        <Status
          tone={active ? 'good' : 'quiet'}
          label={t(active ? 'enterprise.project.active' : 'enterprise.project.inactive')}
        />
      ),
    },
    { id: 'by', header: t('enterprise.addedBy'), cell: ({ addedBy }: Project) => addedBy },
    {
      id: 'deeds',
      header: t('oauth.column.deeds'),
      cell: ({ name, active }: Project) => (
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t(active ? 'enterprise.deactivateName' : 'enterprise.activateName', {
              name,
            })}
            onClick={() => (active ? setClosing(name) : void attempt(() => open(name, true)))}
          >
            {t(active ? 'enterprise.deactivate' : 'enterprise.activate')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('enterprise.removeName', { name })}
            onClick={() =>
              void attempt(async () => {
                const { data, error } = await remove({ input: { enterpriseId, project: name } })
                return { error, userErrors: data?.removeEnterpriseProject.userErrors }
              })
            }
          >
            {t('enterprise.remove')}
          </Button>
        </Group>
      ),
    },
  ]
  return (
    <Panel title={t('enterprise.projects')}>
      <Stack>
        <Problems problems={problems} fields={['project']} />
        <DataTable
          caption={t('enterprise.projects')}
          columns={columns}
          rows={projects}
          rowKey={({ name }) => name}
          empty={
            <EmptyState
              title={t('enterprise.projects.none')}
              hint={t('enterprise.addProject.help')}
            />
          }
        />
        <LineForm
          label={t('enterprise.addProject')}
          help={t('enterprise.addProject.help')}
          submitLabel={t('enterprise.add')}
          busy={busy}
          error={problem('project')}
          onAdd={(project) =>
            attempt(async () => {
              const { data, error } = await add({ input: { enterpriseId, project } })
              return { error, userErrors: data?.addEnterpriseProject.userErrors }
            })
          }
        />
      </Stack>
      {closing !== null && (
        <TypedConfirm
          title={t('enterprise.deactivateName', { name: closing })}
          text={t('enterprise.deactivate.help')}
          name={closing}
          confirmLabel={t('enterprise.deactivate')}
          onClose={() => setClosing(null)}
          onConfirm={async () => {
            const { error, userErrors } = await open(closing, false)
            const found = problemsOf(t, error, userErrors)
            if (found) return found
            setClosing(null)
            showToast(t('enterprise.done'))
            onChanged()
            return undefined
          }}
        />
      )}
    </Panel>
  )
}
