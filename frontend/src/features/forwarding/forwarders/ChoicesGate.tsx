// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from 'react'
import { useQuery } from 'urql'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { NotFoundPage } from '../../../ui/page/NotFoundPage.tsx'
import { PageSkeleton } from '../../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { ChoicesQuery, type ConnectionChoice, type TypeChoice } from './forwarderQuery.ts'

type Props = {
  /** Of the type. */
  slug: string
  children: (type: TypeChoice, connections: readonly ConnectionChoice[]) => ReactNode
}

/** Waits for what a forwarder's form offers. */
export function ChoicesGate({ slug, children }: Props) {
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: ChoicesQuery,
    variables: { project },
    requestPolicy: 'cache-and-network',
  })
  const type = data?.project?.forwarderTypes.find((each) => each.slug === slug)
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (type) return children(type, data?.project?.connections ?? [])
  if (data) return <NotFoundPage what="page" back={paths.forwarding(project)} />
  return <PageSkeleton />
}
