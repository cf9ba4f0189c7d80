// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import { useParams } from 'react-router'
import { useQuery, type RequestPolicy } from 'urql'
import type { ResultOf } from '../../lib/graphql/graphql.ts'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { ExportQuery } from './exportQuery.ts'

export type Export = NonNullable<NonNullable<ResultOf<typeof ExportQuery>['project']>['export']>

type Props = {
  requestPolicy: RequestPolicy
  children: (found: Export, exportId: string) => ReactNode
}

/** The frame of a page about the export that the address names. */
export function ExportGate({ requestPolicy, children }: Props) {
  const { exportId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: ExportQuery,
    variables: { project, exportId },
    requestPolicy,
  })
  const found = data?.project?.export
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (found) return children(found, exportId)
  if (data) return <NotFoundPage what="page" back={paths.formExports(project)} />
  return <PageSkeleton />
}
