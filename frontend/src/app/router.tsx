// SPDX-License-Identifier: Apache-2.0
import { createBrowserRouter } from 'react-router'
import { BrokenPage } from './BrokenPage.tsx'
import { HomeRedirect } from './HomeRedirect.tsx'
import { projectRoutes } from './projectRoutes.ts'
import { screen } from './screen.ts'
import { screens } from './screens.ts'
import { SignedInLayout } from './shell/SignedInLayout.tsx'
import { UnknownPage } from './UnknownPage.tsx'

export const router = createBrowserRouter(
  [
    {
      path: '/signin',
      lazy: screen(screens.signIn, 'SignInPage'),
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <span />,
    },
    {
      path: '/join/:project/:invitation',
      lazy: screen(screens.join, 'JoinPage'),
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <span />,
    },
    {
      path: '/reset-password',
      lazy: screen(screens.resetPassword, 'ResetPasswordPage'),
      errorElement: <BrokenPage />,
      hydrateFallbackElement: <span />,
    },
    {
      path: '/sso/refused',
      lazy: screen(screens.signOnRefused, 'RefusedSignOnPage'),
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
              path: '/account/security',
              lazy: screen(screens.accountSecurity, 'AccountSecurityPage'),
            },
            {
              path: '/account/oauth',
              lazy: screen(screens.oauthApplications, 'ApplicationsPage'),
            },
            { path: '/account/activity', lazy: screen(screens.activity, 'ActivityPage') },
            { path: '/enterprises', lazy: screen(screens.enterprise, 'EnterprisesPage') },
            {
              path: '/enterprises/:enterpriseId',
              lazy: screen(screens.enterprise, 'EnterprisePage'),
            },
            { path: '/oauth/authorize', lazy: screen(screens.oauthAuthorize, 'AuthorizePage') },
            { path: '/oauth/consent', lazy: screen(screens.oauthConsent, 'ConsentPage') },
            { path: '/oauth/refused', lazy: screen(screens.oauthRefused, 'RefusedPage') },
            {
              path: '/p/:project',
              children: projectRoutes,
            },
            { path: '*', element: <UnknownPage /> },
          ],
        },
      ],
    },
  ],
  { basename: '/app' },
)
