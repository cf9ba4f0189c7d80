// SPDX-License-Identifier: Apache-2.0
import { Code, Stack } from '@mantine/core'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { useFormat } from '../../../lib/format/useFormat.ts'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { stringsOf } from '../../../lib/text/stringsOf.ts'
import { FactList } from '../../../ui/FactList.tsx'
import { NotFoundPage } from '../../../ui/page/NotFoundPage.tsx'
import { Page } from '../../../ui/page/Page.tsx'
import { PageSkeleton } from '../../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { When } from '../../../ui/When.tsx'
import classes from '../Forwarding.module.css'
import { inForwarding } from '../forwardingPaths.ts'
import { AnswerStatus } from './AnswerStatus.tsx'

const RequestQuery = graphql(`
  query ForwardingRequest($project: String!, $requestId: String!) {
    project(name: $project) {
      id
      forwardingRequest(requestId: $requestId) {
        id
        at
        recordId
        payloadId
        method
        url
        headers
        body
        status
        error
        responseHeaders
        responseBody
        millis
      }
    }
  }
`)

/** A request as it was sent, and what came back. */
export function RequestPage() {
  const t = useT()
  const { requestId = '' } = useParams()
  const { number } = useFormat()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: RequestQuery,
    variables: { project, requestId },
  })
  const request = data?.project?.forwardingRequest
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (!data) return <PageSkeleton />
  if (!request) return <NotFoundPage what="page" back={inForwarding.requests(project)} />
  const { at, recordId, payloadId, method, url, status, millis } = request
  return (
    <Page
      title={`${method} ${url}`}
      parent={<TextLink to={inForwarding.requests(project)}>{t('requests.title')}</TextLink>}
      beside={<AnswerStatus status={status} />}
    >
      <Panel>
        <FactList
          facts={[
            { label: t('requests.column.at'), value: <When at={at} /> },
            {
              label: t('requests.column.millis'),
              value: t('requests.millis', { millis: number(millis) }),
            },
            {
              label: t('requests.column.payload'),
              value: recordId ? (
                <TextLink to={inForwarding.record(project, recordId)}>{payloadId}</TextLink>
              ) : (
                payloadId
              ),
            },
            { label: t('request.error'), value: request.error },
          ]}
        />
      </Panel>
      <Message title={t('request.sent')} headers={request.headers} body={request.body} />
      <Message
        title={t('request.answer')}
        headers={request.responseHeaders}
        body={request.responseBody}
      />
    </Page>
  )
}

function Message({ title, headers, body }: { title: string; headers: unknown; body: string }) {
  const facts = Object.entries(stringsOf(headers)).map(([label, value]) => ({ label, value }))
  if (facts.length === 0 && !body) return null
  return (
    <Panel title={title}>
      <Stack gap="md">
        <FactList facts={facts} />
        {body && (
          <Code block className={classes['text'] ?? ''} tabIndex={0}>
            {body}
          </Code>
        )}
      </Stack>
    </Panel>
  )
}
