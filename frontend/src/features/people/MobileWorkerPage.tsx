// SPDX-License-Identifier: Apache-2.0
import { Group, Stack } from '@mantine/core'
import { useParams } from 'react-router'
import { useQuery } from 'urql'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { stringsOf } from '../../lib/text/stringsOf.ts'
import { FactList } from '../../ui/FactList.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { When } from '../../ui/When.tsx'
import { ActivationButton, ActivationFragment } from './ActivationButton.tsx'
import { ResetPassword } from './ResetPassword.tsx'
import { WorkerStatus } from './WorkerStatus.tsx'

const WorkerQuery = graphql(
  `
    query MobileWorker($project: String!, $userId: String!) {
      project(name: $project) {
        id
        mobileWorker(userId: $userId) {
          id
          userId
          username
          displayName
          active
          createdAt
          lastSubmissionOn
          userData
          forms(first: 1) {
            totalCount
          }
          cases(first: 1, filter: { closed: false }) {
            totalCount
          }
          ...Activation
        }
      }
    }
  `,
  [ActivationFragment],
)

export function MobileWorkerPage() {
  const { userId = '' } = useParams()
  return <MobileWorkerPageOf key={userId} userId={userId} />
}

function MobileWorkerPageOf({ userId }: { userId: string }) {
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: WorkerQuery,
    variables: { project, userId },
    requestPolicy: 'cache-and-network',
  })
  const worker = data?.project?.mobileWorker
  if (worker) return <LoadedWorker worker={worker} />
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (data) return <NotFoundPage what="worker" back={paths.mobileWorkers(project)} />
  return <PageSkeleton />
}

type Worker = NonNullable<NonNullable<ResultOf<typeof WorkerQuery>['project']>['mobileWorker']>

function LoadedWorker({ worker }: { worker: Worker }) {
  const t = useT()
  const format = useFormat()
  const { name: project, may } = useProject()
  const mayEdit = may('edit_commcare_users')
  const { userId, username, displayName, active, createdAt, lastSubmissionOn } = worker
  const userData = Object.entries(stringsOf(worker.userData))
  const linked = may('view_reports') || may('edit_data')
  const count = (to: string, total: number) =>
    linked ? <TextLink to={to}>{format.number(total)}</TextLink> : format.number(total)
  return (
    <Page
      title={displayName}
      parent={<TextLink to={paths.mobileWorkers(project)}>{t('workers.title')}</TextLink>}
      beside={<WorkerStatus active={active} />}
      actions={mayEdit && <ActivationButton worker={worker} />}
    >
      <Group align="flex-start" gap="lg">
        <Stack flex="1 1 320px" gap="lg">
          <Panel title={t('worker.facts')}>
            <FactList
              facts={[
                { label: t('workers.column.username'), value: username },
                { label: t('workers.column.created'), value: <When at={createdAt} /> },
                {
                  label: t('workers.column.lastForm'),
                  value: lastSubmissionOn ? <When at={lastSubmissionOn} /> : t('workers.never'),
                },
                {
                  label: t('worker.forms'),
                  value: count(
                    `${paths.submitHistory(project)}?worker=${encodeURIComponent(userId)}`,
                    worker.forms.totalCount,
                  ),
                },
                {
                  label: t('worker.openCases'),
                  value: count(
                    `${paths.caseList(project)}?owner=${encodeURIComponent(userId)}&status=open`,
                    worker.cases.totalCount,
                  ),
                },
              ]}
            />
          </Panel>
          {userData.length > 0 && (
            <Panel title={t('worker.userData')}>
              <FactList facts={userData.map(([label, value]) => ({ label, value }))} />
            </Panel>
          )}
        </Stack>
        {mayEdit && (
          <Stack flex="1 1 280px">
            <ResetPassword userId={userId} />
          </Stack>
        )}
      </Group>
    </Page>
  )
}
