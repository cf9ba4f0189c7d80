// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'

const ProblemsQuery = graphql(`
  query AppProblems($project: String!, $appId: String!) {
    project(name: $project) {
      id
      app(appId: $appId) {
        appId
        problems {
          place
          message
          severity
          menuId
          formId
          question
        }
      }
    }
  }
`)

type App = NonNullable<NonNullable<ResultOf<typeof ProblemsQuery>['project']>['app']>
export type AppProblem = App['problems'][number]
type Problems = { appId: string; problems: readonly AppProblem[]; known: boolean }

const ProblemsContext = createContext<Problems>({ appId: '', problems: [], known: false })

/** What the server finds wrong with the application; asked again after each change that it took. */
export function ProblemsProvider({ appId, children }: { appId: string; children: ReactNode }) {
  const { name: project } = useProject()
  const [{ data }] = useQuery({
    query: ProblemsQuery,
    variables: { project, appId },
    requestPolicy: 'cache-and-network',
  })
  const found = data?.project?.app?.problems
  const value = useMemo(
    () => ({ appId, problems: found ?? [], known: found !== undefined }),
    [appId, found],
  )
  return <ProblemsContext.Provider value={value}>{children}</ProblemsContext.Provider>
}

export const useProblems = (): Problems => useContext(ProblemsContext)

/** Those of one form, by the path of the question that they are about; '' holds those of none. */
export function useFormProblems(formId: string): ReadonlyMap<string, AppProblem[]> {
  const { problems } = useProblems()
  return useMemo(() => {
    const byQuestion = new Map<string, AppProblem[]>()
    for (const problem of problems) {
      if (problem.formId !== formId) continue
      const path = problem.question ?? ''
      byQuestion.set(path, [...(byQuestion.get(path) ?? []), problem])
    }
    return byQuestion
  }, [problems, formId])
}
