// SPDX-License-Identifier: Apache-2.0
import { useParams, useSearchParams } from 'react-router'
import { useQuery } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { RoleForm } from './RoleForm.tsx'
import { RolesQuery } from './rolesQuery.ts'

/** A role, new or old; a new one may begin as a copy of another. */
export function RolePage() {
  const t = useT()
  const { roleId = '' } = useParams()
  const [address] = useSearchParams()
  const { name: project } = useProject()
  const [{ data, error, fetching }, read] = useQuery({
    query: RolesQuery,
    variables: { project },
    requestPolicy: 'network-only',
  })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching || !data?.project) return <PageSkeleton />
  const { roles } = data.project
  const known = roles.find((role) => role.roleId === roleId)
  if (roleId && !known) return <NotFoundPage what="role" back={paths.roles(project)} />
  const model = roles.find((role) => role.roleId === address.get('like'))
  const others = roles.filter((role) => role !== known && !role.archived)
  return (
    <RoleForm
      key={roleId}
      role={known ?? null}
      others={others}
      initial={{
        name: known?.name ?? (model ? t('newRole.copyOf', { name: model.name }) : ''),
        permissions: known?.permissions ??
          model?.permissions ?? [
            'access_all_locations',
            'access_mobile_endpoints',
            'report_an_issue',
          ],
        nonAdminEditable: (known ?? model)?.nonAdminEditable ?? false,
        assignableBy: (known ?? model)?.assignableBy ?? [],
      }}
    />
  )
}
