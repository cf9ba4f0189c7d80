// SPDX-License-Identifier: Apache-2.0
import { MantineProvider } from '@mantine/core'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { Provider as GraphQLProvider } from 'urql'
import english from '../i18n/en.json'
import { createGraphQLClient } from '../graphql/client.ts'
import { I18nProvider } from '../i18n/I18nProvider.tsx'
import type { Messages } from '../i18n/languages.ts'
import { ProjectContext, type CurrentProject, type Permission } from '../project/ProjectContext.tsx'

type Options = { at?: string; path?: string; permissions?: Permission[] }

const everything: Permission[] = [
  'admin',
  'edit_data',
  'view_reports',
  'edit_web_users',
  'view_roles',
  'view_commcare_users',
  'edit_commcare_users',
  'view_groups',
  'edit_groups',
  'view_locations',
  'edit_locations',
  'view_apps',
  'edit_apps',
]

/** Draws a page of the project `demo` with the real client; only `fetch` is stubbed by the test. */
export function renderPage(page: ReactNode, options: Options = {}) {
  const permissions = options.permissions ?? everything
  const project: CurrentProject = {
    name: 'demo',
    displayName: 'Afya Nyumbani',
    timeZone: 'Africa/Nairobi',
    may: (permission) => permissions.includes(permission),
  }
  const router = createMemoryRouter([{ path: options.path ?? '*', element: page }], {
    initialEntries: [options.at ?? '/'],
  })
  const client = createGraphQLClient({ reader: 'test', onUnauthenticated: () => undefined })
  render(
    <MantineProvider>
      <I18nProvider initialLanguage="en" initialMessages={english as unknown as Messages}>
        <GraphQLProvider value={client}>
          <ProjectContext.Provider value={project}>
            <RouterProvider router={router} />
          </ProjectContext.Provider>
        </GraphQLProvider>
      </I18nProvider>
    </MantineProvider>,
  )
  return router
}
