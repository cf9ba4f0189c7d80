// SPDX-License-Identifier: Apache-2.0
import { Group } from '@mantine/core'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

const ServiceProjectsQuery = graphql(`
  query ServiceProjects {
    projects(first: 100) {
      nodes {
        id
        name
        displayName
      }
    }
  }
`)

const ServiceRolesQuery = graphql(`
  query ServiceRoles($project: String!) {
    project(name: $project) {
      id
      apiKeyRoles {
        roleId
        name
      }
    }
  }
`)

export type Bond = { project: string; roleId: string }

type Props = { bond: Bond; problems: Problem[]; onChange: (bond: Bond) => void }

/** Where a service works, and the role beyond which it may do nothing. */
export function ServiceFields({ bond, problems, onChange }: Props) {
  const t = useT()
  const [{ data: projects }] = useQuery({ query: ServiceProjectsQuery })
  const [{ data: roles, error }] = useQuery({
    query: ServiceRolesQuery,
    variables: { project: bond.project },
    pause: bond.project === '',
  })
  const problem = (field: string) => problems.find((each) => each.field === field)?.message
  const nothing = { value: '', label: t('oauth.choose') }
  return (
    <Group align="flex-start">
      <SelectField
        flex="1 1 200px"
        label={t('oauth.project')}
        description={t('oauth.projectHelp')}
        options={[
          nothing,
          ...(projects?.projects.nodes ?? []).map(({ name, displayName }) => ({
            value: name,
            label: displayName,
          })),
        ]}
        value={bond.project}
        onChange={(project) => onChange({ project, roleId: '' })}
        error={problem('project')}
      />
      <SelectField
        flex="1 1 200px"
        label={t('oauth.role')}
        description={t('oauth.roleHelp')}
        options={[
          nothing,
          ...(roles?.project?.apiKeyRoles ?? []).map(({ roleId, name }) => ({
            value: roleId,
            label: name,
          })),
        ]}
        value={bond.roleId}
        onChange={(roleId) => onChange({ ...bond, roleId })}
        error={error ? t('oauth.rolesHidden') : problem('roleId')}
      />
    </Group>
  )
}
