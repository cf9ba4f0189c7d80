// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { ApiKeysPage } from './ApiKeysPage.tsx'

const key = (more: object = {}) => ({
  __typename: 'ApiKey',
  apiKeyId: 'k1',
  name: 'OpenFn',
  createdAt: '2026-11-01T06:14:00.000000Z',
  lastUsedAt: null,
  expiresAt: null,
  project: 'demo',
  roleName: 'Reader',
  roleId: 'r1',
  allowedAddresses: ['192.0.2.0/24'],
  active: true,
  ...more,
})

const answers = (keys: object[], more: object = {}) => ({
  ApiKeys: () => ({
    data: {
      me: {
        __typename: 'Me',
        userId: 'u',
        username: 'dev@example.org',
        apiKeys: {
          __typename: 'ApiKeyConnection',
          nodes: keys,
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: 'c1' },
          totalCount: keys.length,
          ...more,
        },
      },
    },
  }),
  ApiKeyProjects: () => ({
    data: {
      projects: {
        __typename: 'ProjectConnection',
        nodes: [{ __typename: 'Project', id: 'p', name: 'demo', displayName: 'Afya' }],
      },
    },
  }),
  ApiKeyRoles: () => ({
    data: {
      project: {
        __typename: 'Project',
        id: 'p',
        apiKeyRoles: [{ __typename: 'ApiKeyRole', roleId: 'r1', name: 'Reader' }],
      },
    },
  }),
})

describe('API keys', () => {
  it('are made with a role of their project and the addresses that they may come from', async () => {
    const calls = stubServer({
      ...answers([]),
      CreateApiKey: () => ({
        data: {
          createApiKey: {
            __typename: 'CreateApiKeyPayload',
            apiKey: { __typename: 'ApiKey', apiKeyId: 'k1', name: 'OpenFn' },
            secret: 'shown-once',
            userErrors: [],
          },
        },
      }),
    })
    renderPage(<ApiKeysPage />)
    await userEvent.type(await screen.findByLabelText('Name'), 'OpenFn')
    await userEvent.selectOptions(screen.getByLabelText('Project'), 'demo')
    await screen.findByRole('option', { name: 'Reader' })
    await userEvent.selectOptions(screen.getByLabelText('Role'), 'Reader')
    await userEvent.type(
      screen.getByLabelText('Allowed IP addresses'),
      '192.0.2.0/24{enter}2001:db8::1',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Create API Key' }))
    expect(await screen.findByText('shown-once')).toBeTruthy()
    const made = calls.find(({ operation }) => operation === 'CreateApiKey')
    expect(made?.variables).toEqual({
      input: {
        name: 'OpenFn',
        project: 'demo',
        expiresAt: null,
        roleId: 'r1',
        allowedAddresses: ['192.0.2.0/24', '2001:db8::1'],
      },
    })
  })

  it('come page by page', async () => {
    const calls = stubServer(
      answers([key()], {
        pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'c1' },
        totalCount: 51,
      }),
    )
    renderPage(<ApiKeysPage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Next' }))
    await waitFor(() =>
      expect(
        calls.filter(({ operation }) => operation === 'ApiKeys').map(({ variables }) => variables),
      ).toEqual([
        { first: 50, after: null },
        { first: 50, after: 'c1' },
      ]),
    )
  })

  it('rest when they are deactivated', async () => {
    const calls = stubServer({
      ...answers([key()]),
      SetApiKeyActive: () => ({
        data: {
          setApiKeyActive: {
            __typename: 'ApiKeyPayload',
            apiKey: key({ active: false }),
            userErrors: [],
          },
        },
      }),
    })
    renderPage(<ApiKeysPage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Deactivate OpenFn' }))
    await waitFor(() =>
      expect(calls.find(({ operation }) => operation === 'SetApiKeyActive')?.variables).toEqual({
        input: { apiKeyId: 'k1', active: false },
      }),
    )
  })
})
