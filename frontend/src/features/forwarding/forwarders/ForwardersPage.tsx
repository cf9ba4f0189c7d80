// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Text } from '@mantine/core'
import { useState } from 'react'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { usePolling } from '../../../lib/live/usePolling.ts'
import { JobLine } from '../../../ui/job/JobLine.tsx'
import { Page } from '../../../ui/page/Page.tsx'
import { PageSkeleton } from '../../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { inForwarding } from '../forwardingPaths.ts'
import { ForwardersOfType } from './ForwardersOfType.tsx'
import { purposeOf, titleOf } from './typeWords.ts'

const ForwardersQuery = graphql(`
  query Forwarders($project: String!) {
    project(name: $project) {
      id
      forwarderTypes {
        slug
        label
      }
      setAsideChanges(first: 1) {
        totalCount
      }
      forwarders {
        id
        name
        type
        paused
        restingUntil
        connection {
          id
          name
          url
        }
        counts {
          pending
          failed
          succeeded
          cancelled
          empty
          invalid
        }
      }
    }
  }
`)

export type ForwarderRow = NonNullable<
  ResultOf<typeof ForwardersQuery>['project']
>['forwarders'][number]

/** What is sent elsewhere when it changes: a section for each type, as CommCare HQ has it. */
export function ForwardersPage() {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error }, execute] = useQuery({
    query: ForwardersQuery,
    variables: { project },
    requestPolicy: 'cache-and-network',
  })
  const read = () => execute({ requestPolicy: 'network-only' })
  const found = data?.project
  const setAside = found?.setAsideChanges.totalCount ?? 0
  const [jobId, setJobId] = useState<string | null>(null)
  const moves = found?.forwarders.some(({ counts }) => counts.pending + counts.failed > 0) ?? false
  usePolling({ read, active: moves, everyMillis: 5000 })
  if (!found && !error) return <PageSkeleton />
  return (
    <Page
      title={t('forwarding.title')}
      purpose={t('forwarding.purpose')}
      actions={
        <>
          <Button component={Link} variant="default" to={inForwarding.health(project)}>
            {t('forwardingHealth.title')}
          </Button>
          <Button component={Link} variant="default" to={inForwarding.records(project)}>
            {t('records.title')}
          </Button>
        </>
      }
    >
      {error && <QueryError error={error} onRetry={read} />}
      {setAside > 0 && (
        <Alert color="red" variant="outline">
          <TextLink to={inForwarding.setAside(project)}>
            {t('forwarding.setAside', { count: setAside })}
          </TextLink>
        </Alert>
      )}
      {jobId && <JobLine key={jobId} jobId={jobId} onOver={read} onClose={() => setJobId(null)} />}
      {found?.forwarderTypes.map((type) => {
        const rows = found.forwarders.filter((row) => row.type === type.slug)
        return (
          <Panel
            key={type.slug}
            title={titleOf(t, type)}
            flush={rows.length > 0}
            aside={
              <Button
                component={Link}
                size="xs"
                variant="default"
                aria-label={t('forwarding.addOfType', { type: titleOf(t, type) })}
                to={inForwarding.newForwarder(project, type.slug)}
              >
                {t('forwarding.add')}
              </Button>
            }
          >
            {rows.length > 0 ? (
              <ForwardersOfType
                title={titleOf(t, type)}
                rows={rows}
                onChanged={read}
                onJob={setJobId}
              />
            ) : (
              <Text size="sm" c="dimmed">
                {purposeOf(t, type)}
              </Text>
            )}
          </Panel>
        )
      })}
    </Page>
  )
}
