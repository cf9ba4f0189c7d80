// SPDX-License-Identifier: Apache-2.0
import { useRoutes } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { ConnectionsPage } from './connections/ConnectionsPage.tsx'
import { EditConnectionPage } from './connections/EditConnectionPage.tsx'
import { NewConnectionPage } from './connections/NewConnectionPage.tsx'
import { RequestPage } from './requests/RequestPage.tsx'
import { RequestsPage } from './requests/RequestsPage.tsx'

/** The screens below Connection Settings. */
export function ConnectionScreens() {
  const { name: project } = useProject()
  return useRoutes([
    { index: true, element: <ConnectionsPage /> },
    { path: 'new', element: <NewConnectionPage /> },
    { path: 'edit/:connectionId', element: <EditConnectionPage /> },
    { path: 'logs', element: <RequestsPage /> },
    { path: 'logs/:requestId', element: <RequestPage /> },
    { path: '*', element: <NotFoundPage what="page" back={paths.connections(project)} /> },
  ])
}
