// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

const KeyRolesQuery = graphql(`
  query ApiKeyRoles($project: String!) {
    project(name: $project) {
      id
      apiKeyRoles {
        roleId
        name
      }
    }
  }
`)

type Props = { project: string; value: string; onChange: (roleId: string) => void }

/** The role that a key of one project acts with. */
export function KeyRoleField({ project, value, onChange }: Props) {
  const t = useT()
  const [{ data }] = useQuery({
    query: KeyRolesQuery,
    variables: { project },
    pause: !project,
  })
  const roles = project ? (data?.project?.apiKeyRoles ?? []) : []
  return (
    <SelectField
      flex="1 1 200px"
      label={t('apiKeys.column.role')}
      description={project ? t('apiKeys.roleHelp') : t('apiKeys.roleNeedsProject')}
      options={[
        { value: '', label: t('apiKeys.ownRole') },
        ...roles.map(({ roleId, name }) => ({ value: roleId, label: name })),
      ]}
      value={value}
      onChange={onChange}
    />
  )
}
