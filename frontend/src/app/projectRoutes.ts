// SPDX-License-Identifier: Apache-2.0
import type { RouteObject } from 'react-router'
import { screen } from './screen.ts'
import { screens } from './screens.ts'

/** The screens of one project, by their address below it. */
export const projectRoutes: RouteObject[] = [
  { index: true, lazy: screen(screens.dashboard, 'DashboardPage') },
  {
    path: 'reports/submit-history',
    lazy: screen(screens.submitHistory, 'SubmitHistoryPage'),
  },
  { path: 'forms/:formId', lazy: screen(screens.form, 'FormPage') },
  { path: 'reports/case-list', lazy: screen(screens.caseList, 'CaseListPage') },
  { path: 'cases/:caseId', lazy: screen(screens.case, 'CasePage') },
  {
    path: 'users/mobile-workers',
    lazy: screen(screens.mobileWorkers, 'MobileWorkersPage'),
  },
  {
    path: 'users/mobile-workers/new',
    lazy: screen(screens.newMobileWorker, 'NewMobileWorkerPage'),
  },
  {
    path: 'users/mobile-workers/:userId',
    lazy: screen(screens.mobileWorker, 'MobileWorkerPage'),
  },
]
