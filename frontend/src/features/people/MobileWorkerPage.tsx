// SPDX-License-Identifier: Apache-2.0
import { Alert, Button } from '@mantine/core'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { HandedLink } from '../../ui/HandedLink.tsx'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { AddressTabs } from '../../ui/AddressTabs.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { ActivationButton, ActivationFragment } from './ActivationButton.tsx'
import { DataSetupFragment, dataSetupOf } from './dataSetup.ts'
import { DeleteWorker } from './DeleteWorker.tsx'
import { useMailWorkerLink } from './useMailWorkerLink.ts'
import { useUnlockWorker } from './useUnlockWorker.ts'
import { WorkerCasesTab } from './WorkerCasesTab.tsx'
import { WorkerDevicesTab } from './WorkerDevicesTab.tsx'
import { WorkerFormsTab } from './WorkerFormsTab.tsx'
import { WorkerOverview, WorkerOverviewFragment } from './WorkerOverview.tsx'
import { WorkerStatus } from './WorkerStatus.tsx'
import { WorkerSyncsTab } from './WorkerSyncsTab.tsx'
import type { DataSetup } from './workerValues.ts'

const WorkerQuery = graphql(
  `
    query MobileWorker($project: String!, $userId: String!) {
      project(name: $project) {
        id
        ...DataSetup
        mobileWorker(userId: $userId) {
          id
          userId
          username
          displayName
          active
          confirmed
          forms(first: 1) {
            totalCount
          }
          cases(first: 1, filter: { closed: false }) {
            totalCount
          }
          ...Activation
          ...WorkerOverview
        }
      }
    }
  `,
  [DataSetupFragment, ActivationFragment, WorkerOverviewFragment],
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
  if (worker && data.project) {
    return <LoadedWorker worker={worker} setup={dataSetupOf(data.project)} />
  }
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (data) return <NotFoundPage what="worker" back={paths.mobileWorkers(project)} />
  return <PageSkeleton />
}

type Worker = NonNullable<NonNullable<ResultOf<typeof WorkerQuery>['project']>['mobileWorker']>

function LoadedWorker({ worker, setup }: { worker: Worker; setup: DataSetup }) {
  const t = useT()
  const { name: project, may } = useProject()
  const [deleting, setDeleting] = useState(false)
  const [path, setPath] = useState<string | null>(null)
  const { userId, username, displayName, active, confirmed } = worker
  const mailLink = useMailWorkerLink(userId, confirmed)
  const unlock = useUnlockWorker(userId)
  const forms = worker.forms.totalCount
  const openCases = worker.cases.totalCount
  const seesSyncs = may('view_commcare_users') || may('edit_commcare_users')
  const seesData = may('view_reports') || may('edit_data')
  return (
    <Page
      title={displayName}
      parent={<TextLink to={paths.mobileWorkers(project)}>{t('workers.title')}</TextLink>}
      beside={<WorkerStatus active={active} />}
      actions={
        may('edit_commcare_users') && (
          <>
            <Button component={Link} to={paths.editMobileWorker(project, userId)}>
              {t('worker.edit')}
            </Button>
            <ActivationButton worker={worker} />
            <ActionMenu
              actions={[
                {
                  label: confirmed ? t('worker.mailReset') : t('worker.mailConfirmation'),
                  onClick: () => void mailLink().then(setPath),
                },
                { label: t('webUsers.unlock'), onClick: () => void unlock() },
                { label: t('deleteWorker.submit'), onClick: () => setDeleting(true) },
              ]}
            />
          </>
        )
      }
    >
      {!confirmed && (
        <Alert variant="outline" role="status">
          {t('worker.unconfirmed')}
        </Alert>
      )}
      {path && (
        <HandedLink path={path} title={t('worker.handedLink')} help={t('worker.handedLink.help')} />
      )}
      <AddressTabs
        label={t('worker.tabs')}
        tabs={[
          {
            id: 'overview',
            label: t('worker.tab.overview'),
            content: () => <WorkerOverview worker={worker} setup={setup} />,
          },
          ...(seesData
            ? [
                {
                  id: 'forms',
                  label: t('worker.tab.forms', { count: forms }),
                  content: () => <WorkerFormsTab userId={userId} />,
                },
                {
                  id: 'cases',
                  label: t('worker.tab.cases', { count: openCases }),
                  content: () => <WorkerCasesTab userId={userId} />,
                },
              ]
            : []),
          {
            id: 'devices',
            label: t('worker.tab.devices'),
            content: () => <WorkerDevicesTab userId={userId} />,
          },
          ...(seesSyncs
            ? [
                {
                  id: 'syncs',
                  label: t('worker.tab.syncs'),
                  content: () => <WorkerSyncsTab userId={userId} />,
                },
              ]
            : []),
        ]}
      />
      {deleting && (
        <DeleteWorker
          worker={{ userId, username, forms, openCases }}
          onClose={() => setDeleting(false)}
        />
      )}
    </Page>
  )
}
