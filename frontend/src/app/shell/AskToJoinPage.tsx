// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation, useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { When } from '../../ui/When.tsx'

const JoinableProjectQuery = graphql(`
  query JoinableProject($name: String!) {
    joinableProject(name: $name) {
      displayName
      requestedAt
      mayAsk
    }
  }
`)

const RequestToJoin = graphql(`
  mutation RequestToJoin($input: RequestToJoinInput!) {
    requestToJoin(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { name: string }

/** Of a project of which the reader is no member: that there is none, or that she may ask to be let in. */
export function AskToJoinPage({ name }: Props) {
  const t = useT()
  const [{ data, error, fetching }, read] = useQuery({
    query: JoinableProjectQuery,
    variables: { name },
    requestPolicy: 'network-only',
  })
  const [{ fetching: asking }, requestToJoin] = useMutation(RequestToJoin)
  const [problem, setProblem] = useState<string | null>(null)
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (fetching && !data) return <PageSkeleton />
  const project = data?.joinableProject
  if (!project) return <NotFoundPage what="project" back={paths.projects} />
  const ask = async () => {
    const { data: done, error: failed } = await requestToJoin({ input: { project: name } })
    const problems = problemsOf(t, failed, done?.requestToJoin.userErrors)
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
    if (!problems) read({ requestPolicy: 'network-only' })
  }
  return (
    <Page title={project.displayName} purpose={t('askToJoin.purpose')} narrow>
      <Panel>
        {project.requestedAt ? (
          <Text role="status">
            {t('askToJoin.waiting')} <When at={project.requestedAt} />
          </Text>
        ) : project.mayAsk ? (
          <>
            <Text mb="md">{t('askToJoin.text')}</Text>
            <Button loading={asking} onClick={() => void ask()}>
              {t('askToJoin.ask')}
            </Button>
          </>
        ) : (
          <Text>{t('askToJoin.declined')}</Text>
        )}
        {problem && (
          <Text role="alert" c="red" mt="md">
            {problem}
          </Text>
        )}
      </Panel>
    </Page>
  )
}
