// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'react'
import { createBrowserRouter } from 'react-router'
import { BrokenPage } from './BrokenPage.tsx'
import { HomeRedirect } from './HomeRedirect.tsx'
import { screens } from './screens.ts'
import { SignedInLayout } from './shell/SignedInLayout.tsx'
import { UnknownPage } from './UnknownPage.tsx'

/** Takes the one component out of a screen's module. */
function screen<Name extends string>(load: () => Promise<Record<Name, ComponentType>>, name: Name) {
  return async () => ({ Component: (await load())[name] })
}

export const router = createBrowserRouter(
  [
    {
      path: '/signin',
      lazy: screen(screens.signIn, 'SignInPage'),
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <span />,
    },
    {
      element: <SignedInLayout />,
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <span />,
      children: [
        {
          errorElement: <BrokenPage />,
          children: [
            { path: '/', element: <HomeRedirect /> },
            { path: '/projects', lazy: screen(screens.projects, 'ProjectsPage') },
            { path: '/projects/new', lazy: screen(screens.newProject, 'NewProjectPage') },
            { path: '/account/api-keys', lazy: screen(screens.apiKeys, 'ApiKeysPage') },
            {
              path: '/p/:project',
              children: [
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
              ],
            },
            { path: '*', element: <UnknownPage /> },
          ],
        },
      ],
    },
  ],
  { basename: '/app' },
)
