// SPDX-License-Identifier: Apache-2.0
import { useRoutes } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { EditForwarderPage } from './forwarders/EditForwarderPage.tsx'
import { ForwardersPage } from './forwarders/ForwardersPage.tsx'
import { NewForwarderPage } from './forwarders/NewForwarderPage.tsx'
import { SetAsidePage } from './forwarders/SetAsidePage.tsx'
import { HealthPage } from './health/HealthPage.tsx'
import { RecordPage } from './records/RecordPage.tsx'
import { RecordsPage } from './records/RecordsPage.tsx'

/** The screens below Data Forwarding. */
export function ForwardingScreens() {
  const { name: project } = useProject()
  return useRoutes([
    { index: true, element: <ForwardersPage /> },
    { path: 'new', element: <NewForwarderPage /> },
    { path: 'edit/:forwarderId', element: <EditForwarderPage /> },
    { path: 'records', element: <RecordsPage /> },
    { path: 'records/:recordId', element: <RecordPage /> },
    { path: 'health', element: <HealthPage /> },
    { path: 'set-aside', element: <SetAsidePage /> },
    { path: '*', element: <NotFoundPage what="page" back={paths.forwarding(project)} /> },
  ])
}
