// SPDX-License-Identifier: Apache-2.0
import { Suspense, useEffect, useMemo, type ReactNode } from 'react'
import { Outlet } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { errorCode } from '../../lib/graphql/errorCode.ts'
import { laterPart } from '../../lib/i18n/laterPart.ts'
import { forgetLastProject, rememberLastProject } from '../../lib/project/lastProject.ts'
import { ProjectContext, type CurrentProject } from '../../lib/project/ProjectContext.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import classes from './Frame.module.css'

const CurrentProjectQuery = graphql(`
  query CurrentProject($name: String!) {
    project(name: $name) {
      id
      name
      displayName
      timeZone
      myPermissions
      myRole
    }
  }
`)

const AskToJoinPage = laterPart(async () => (await import('./AskToJoinPage.tsx')).AskToJoinPage)
const BarredPage = laterPart(async () => (await import('./BarredPage.tsx')).BarredPage)

type Props = {
  /** From the address; undefined on pages outside any project. */
  name: string | undefined
  children: (content: ReactNode, current: CurrentProject | null) => ReactNode
}

/** Opens the project of the address before its pages are drawn. */
export function ProjectGate({ name, children }: Props) {
  const [{ data, error, fetching }, retry] = useQuery({
    query: CurrentProjectQuery,
    variables: { name: name ?? '' },
    pause: !name,
  })
  const found = name && data?.project?.name === name ? data.project : null
  const current = useMemo(() => (found ? currentProject(found) : null), [found])
  // Who is not let in now has no project either, and an error that says why.
  const missing = Boolean(name && !fetching && !error && data && !data.project)
  useEffect(() => {
    if (current) rememberLastProject(current.name)
    if (missing) forgetLastProject()
  }, [current, missing])

  const content = () => {
    if (!name || current) return <Outlet key={current?.name} />
    if (missing) {
      return (
        <Suspense fallback={<PageSkeleton />}>
          <AskToJoinPage name={name} />
        </Suspense>
      )
    }
    if (error && errorCode(error) === 'FORBIDDEN') {
      return (
        <Suspense>
          <BarredPage error={error} onRetry={retry} />
        </Suspense>
      )
    }
    if (error) {
      return (
        <div className={classes['alone']}>
          <QueryError error={error} onRetry={retry} />
        </div>
      )
    }
    return <PageSkeleton />
  }
  return (
    <ProjectContext.Provider value={current}>
      {children(content(), current)}
    </ProjectContext.Provider>
  )
}

type Found = NonNullable<ResultOf<typeof CurrentProjectQuery>['project']>

function currentProject({ name, displayName, timeZone, ...mine }: Found): CurrentProject {
  const permissions = new Set(mine.myPermissions)
  if (mine.myRole === 'Admin') permissions.add('admin')
  return { name, displayName, timeZone, may: (permission) => permissions.has(permission) }
}
