// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { InviteWebUserPage } from './InviteWebUserPage.tsx'

const place = (locationId: string, name: string) => ({
  __typename: 'Location',
  id: locationId,
  locationId,
  name,
  type: { __typename: 'LocationType', name: 'District' },
  ancestors: [],
})

const answers = (userErrors: object[] = []) => ({
  GivenRoles: () => ({
    data: {
      project: {
        __typename: 'Project',
        id: 'p',
        roles: [{ __typename: 'Role', roleId: 'r1', name: 'Read Only', archived: false }],
      },
    },
  }),
  LocationChoices: () => ({
    data: {
      project: {
        __typename: 'Project',
        id: 'p',
        locations: {
          __typename: 'LocationConnection',
          nodes: [place('kisumu', 'Kisumu'), place('siaya', 'Siaya')],
        },
      },
    },
  }),
  InviteWebUser: () => ({
    data: { inviteWebUser: { __typename: 'InvitationPayload', path: null, userErrors } },
  }),
})

async function choose(name: string) {
  await userEvent.click(screen.getByText('Add a location'))
  await userEvent.click(await screen.findByRole('option', { name: new RegExp(name) }))
}

describe('a web user', () => {
  it('is invited to places, one of which stands for the others', async () => {
    const calls = stubServer(answers())
    renderPage(<InviteWebUserPage />)
    await userEvent.type(screen.getByRole('textbox', { name: /mail/i }), 'nia@example.org')
    await screen.findByRole('option', { name: 'Read Only' })
    await userEvent.selectOptions(screen.getByLabelText('Role'), 'Read Only')
    await choose('Kisumu')
    await choose('Siaya')
    const chosen = screen.getByRole('list', { name: 'Locations' })
    expect(within(chosen).getAllByRole('listitem')[0]?.textContent).toContain('Primary location')
    await userEvent.click(screen.getByRole('button', { name: 'Make Siaya the primary location' }))
    await userEvent.click(screen.getByRole('button', { name: 'Send Invite' }))
    await waitFor(() =>
      expect(calls.find(({ operation }) => operation === 'InviteWebUser')?.variables).toEqual({
        input: {
          project: 'demo',
          email: 'nia@example.org',
          role: 'Read Only',
          locationIds: ['kisumu', 'siaya'],
          primaryLocationId: 'siaya',
        },
      }),
    )
  })

  it('is not given places by somebody who may not see them', () => {
    stubServer(answers())
    renderPage(<InviteWebUserPage />, { permissions: ['edit_web_users'] })
    expect(screen.queryByText('Add a location')).toBeNull()
  })

  it('is not invited to a place that is gone, and the page says so', async () => {
    stubServer(
      answers([
        {
          __typename: 'UserError',
          message: 'There is no such location in use.',
          field: ['input', 'locations'],
        },
      ]),
    )
    renderPage(<InviteWebUserPage />)
    await choose('Kisumu')
    await userEvent.click(screen.getByRole('button', { name: 'Send Invite' }))
    expect(
      (await screen.findAllByText('There is no such location in use.')).length,
    ).toBeGreaterThan(0)
  })
})
