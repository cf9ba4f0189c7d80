// SPDX-License-Identifier: Apache-2.0
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, readFragment, type ResultOf } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { FactList } from '../../../ui/FactList.tsx'
import { NotFoundPage } from '../../../ui/page/NotFoundPage.tsx'
import { Page } from '../../../ui/page/Page.tsx'
import { PageSkeleton } from '../../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { QueryError } from '../../../ui/QueryError.tsx'
import { Status } from '../../../ui/Status.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { When } from '../../../ui/When.tsx'
import { inForwarding } from '../forwardingPaths.ts'
import { Attempts, AttemptFragment } from './Attempts.tsx'
import { PayloadView } from './PayloadView.tsx'
import { RecordDeeds } from './RecordDeeds.tsx'
import { recordStates } from './recordState.ts'

const RecordQuery = graphql(
  `
    query ForwardingRecord($project: String!, $recordId: String!) {
      project(name: $project) {
        id
        forwardingRecord(recordId: $recordId) {
          id
          payloadId
          state
          registeredAt
          lastAttemptAt
          nextAttemptAt
          tries
          forwarder {
            id
            name
            connection {
              id
              url
            }
          }
          attempts {
            ...ForwardingAttempt
          }
        }
      }
    }
  `,
  [AttemptFragment],
)

type ForwardingRecord = NonNullable<
  NonNullable<ResultOf<typeof RecordQuery>['project']>['forwardingRecord']
>

/** One record: how it stands, what was tried, and what is sent. */
export function RecordPage() {
  const { recordId = '' } = useParams()
  const { name: project } = useProject()
  const [{ data, error }, execute] = useQuery({
    query: RecordQuery,
    variables: { project, recordId },
    requestPolicy: 'cache-and-network',
  })
  const read = () => execute({ requestPolicy: 'network-only' })
  const found = data?.project?.forwardingRecord
  if (error) return <QueryError error={error} onRetry={read} />
  if (found) return <Loaded key={recordId} record={found} onChanged={read} />
  if (data) return <NotFoundPage what="page" back={inForwarding.records(project)} />
  return <PageSkeleton />
}

function Loaded({ record, onChanged }: { record: ForwardingRecord; onChanged: () => void }) {
  const t = useT()
  const { name: project } = useProject()
  const { id, payloadId, state, forwarder, registeredAt, lastAttemptAt, nextAttemptAt } = record
  return (
    <Page
      title={payloadId}
      parent={<TextLink to={inForwarding.records(project)}>{t('records.title')}</TextLink>}
      beside={<Status tone={recordStates[state].tone} label={t(recordStates[state].label)} />}
      actions={<RecordDeeds id={id} payloadId={payloadId} state={state} onDone={onChanged} />}
    >
      <Panel>
        <FactList
          facts={[
            {
              label: t('records.forwarder'),
              value: forwarder && (
                <TextLink to={inForwarding.forwarder(project, forwarder.id)}>
                  {forwarder.name}
                </TextLink>
              ),
            },
            { label: t('connection.url'), value: forwarder?.connection.url },
            { label: t('records.delivery'), value: id },
            { label: t('records.column.made'), value: <When at={registeredAt} /> },
            {
              label: t('records.column.last'),
              value: lastAttemptAt && <When at={lastAttemptAt} />,
            },
            {
              label: t('records.column.next'),
              value: nextAttemptAt && <When at={nextAttemptAt} />,
            },
          ]}
        />
      </Panel>
      <Attempts attempts={record.attempts.map((each) => readFragment(AttemptFragment, each))} />
      <PayloadView recordId={id} />
    </Page>
  )
}
