// SPDX-License-Identifier: Apache-2.0
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { SelectField } from '../../ui/SelectField.tsx'

const GivenRolesQuery = graphql(`
  query GivenRoles($project: String!) {
    project(name: $project) {
      id
      roles {
        roleId
        name
        archived
      }
    }
  }
`)

type Props = { value: string; onChange: (role: string) => void }

/** The role that somebody gets; whether the reader may give it, the server says. */
export function GivenRoleField({ value, onChange }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const [{ data }] = useQuery({ query: GivenRolesQuery, variables: { project } })
  const names = (data?.project?.roles ?? []).filter(({ archived }) => !archived)
  const admin = may('admin') || value === 'Admin' ? ['Admin'] : []
  return (
    <SelectField
      label={t('webUsers.column.role')}
      options={[...(value ? [] : ['']), ...admin, ...names.map(({ name }) => name)].map((name) => ({
        value: name,
        label: name === 'Admin' ? t('webUsers.admin') : name || t('webUsers.chooseRole'),
      }))}
      value={value}
      onChange={onChange}
    />
  )
}
