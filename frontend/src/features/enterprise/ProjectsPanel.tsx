// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
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

type Project = Enterprise['projects'][number]
type Props = { enterprise: Enterprise; onChanged: () => void }

/** The project spaces of the account. */
export function ProjectsPanel({ enterprise: { enterpriseId, projects }, onChanged }: Props) {
  const t = useT()
  const [, add] = useMutation(AddProject)
  const [, remove] = useMutation(RemoveProject)
  const { attempt, busy, problems, problem } = useDeeds(onChanged)
  const columns = [
    {
      id: 'name',
      header: t('enterprise.project'),
      cell: ({ name, displayName }: Project) => (
        <TextLink to={paths.dashboard(name)}>{displayName}</TextLink>
      ),
    },
    { id: 'by', header: t('enterprise.addedBy'), cell: ({ addedBy }: Project) => addedBy },
    {
      id: 'deeds',
      header: t('oauth.column.deeds'),
      cell: ({ name }: Project) => (
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
    </Panel>
  )
}
