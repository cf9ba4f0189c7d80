// SPDX-License-Identifier: Apache-2.0
import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { CopyText } from '../../../ui/CopyText.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import classes from '../Forwarding.module.css'

const PayloadQuery = graphql(`
  query ForwardingPayload($project: String!, $recordId: String!) {
    project(name: $project) {
      id
      forwardingRecord(recordId: $recordId) {
        id
        payload {
          contentType
          text
          problem
        }
      }
    }
  }
`)

/** View payload: what would be sent now, made when the reader asks. */
export function PayloadView({ recordId }: { recordId: string }) {
  const t = useT()
  const { name: project } = useProject()
  const [asked, setAsked] = useState(false)
  const [{ data, error, fetching }, read] = useQuery({
    query: PayloadQuery,
    variables: { project, recordId },
    pause: !asked,
    requestPolicy: 'network-only',
  })
  const payload = asked ? data?.project?.forwardingRecord?.payload : null
  return (
    <Panel title={t('payload.title')}>
      <Stack gap="sm" align="flex-start">
        {!asked && (
          <Button variant="default" onClick={() => setAsked(true)}>
            {t('payload.view')}
          </Button>
        )}
        <div role="status" className={classes['answer']}>
          {error && <QueryError error={error} onRetry={() => read()} />}
          {asked && fetching && !payload && t('state.loading')}
          {payload?.problem && <Text size="sm">{payload.problem}</Text>}
          {payload && !payload.problem && (
            <Stack gap="xs">
              <Group gap="sm">
                <Text size="sm" c="dimmed">
                  {payload.contentType}
                </Text>
                <CopyText value={payload.text} label={t('action.copy')} />
              </Group>
              <Code block className={classes['text'] ?? ''} tabIndex={0}>
                {payload.text}
              </Code>
            </Stack>
          )}
        </div>
      </Stack>
    </Panel>
  )
}
