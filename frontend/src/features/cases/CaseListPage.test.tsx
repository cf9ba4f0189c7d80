// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { jobLike } from '../../lib/testing/jobs.ts'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { CaseListPage } from './CaseListPage.tsx'

vi.mock('../../lib/i18n/languages.ts', async (original) => ({
  ...(await original<object>()),
  loadLaterMessages: async () => undefined,
}))

const mother = (name: string) => ({
  __typename: 'Case',
  id: `Case:${name}`,
  caseId: name,
  type: 'mother',
  name,
  ownerId: 'u1',
  closed: false,
  deleted: false,
  openedOn: '2026-11-01T06:14:00.000000Z',
  serverModifiedOn: '2026-11-01T06:14:00.000000Z',
  properties: { village: 'Ahero' },
  owner: null,
})
const project = (fields: object) => ({
  data: { project: { __typename: 'Project', id: 'Project:demo', ...fields } },
})
const list = () =>
  project({
    cases: {
      __typename: 'CaseConnection',
      nodes: [mother('Amina'), mother('Baraka')],
      pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'c' },
      totalCount: 312,
    },
  })
const answered = (job: object | null, userErrors: object[] = []) => ({
  data: { startBulkAction: { __typename: 'JobPayload', job, userErrors } },
})
const done = jobLike({ kind: 'CASES_ACTION', action: 'REASSIGN_CASES', updated: 312 })
const workers = () =>
  project({
    mobileWorkers: {
      __typename: 'MobileWorkerConnection',
      nodes: [
        {
          __typename: 'MobileWorker',
          id: 'MobileWorker:u2',
          userId: 'u2',
          username: 'zawadi',
          displayName: 'Zawadi',
        },
      ],
    },
  })
const server = (start: () => { data: object }) =>
  stubServer({
    Cases: list,
    CaseTypes: () => project({ caseTypes: [] }),
    WorkerChoices: workers,
    StartBulkAction: start,
    Job: () => project({ job: done }),
  })
type Calls = ReturnType<typeof server>
const started = () => answered({ __typename: 'Job', jobId: 'j1' })
const inputOf = (calls: Calls) =>
  calls.find(({ operation }) => operation === 'StartBulkAction')?.variables['input']
const click = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name, exact: true } as never))

describe('the Case List', () => {
  beforeAll(() => import('./bulk/CasesInBulk.tsx'), 60_000)

  it('reassigns all that match, with all filters of the list', async () => {
    const calls = server(started)
    renderPage(<CaseListPage />, { at: '/?type=mother&property=age%3E5' })
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Amina' }))
    await click('Select all 312 that match')
    await click('Reassign')
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(await dialog.findByRole('option', { name: /Zawadi/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Reassign 312 cases' }))
    await screen.findByText('312 changed')
    expect(inputOf(calls)).toEqual({
      project: 'demo',
      action: 'REASSIGN_CASES',
      ownerId: 'u2',
      cases: {
        type: 'mother',
        ownerId: null,
        closed: null,
        text: null,
        where: { all: [{ property: { name: 'age', gt: '5' } }] },
      },
    })
  })

  it('edits a property of the chosen ones, and says why it cannot be', async () => {
    const calls = server(() =>
      answered(null, [
        { __typename: 'UserError', message: 'No custom property.', field: ['properties'] },
      ]),
    )
    renderPage(<CaseListPage />)
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select Baraka' }))
    await click('Edit a property')
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.type(dialog.getByLabelText(/Property/), 'owner_id')
    await userEvent.type(dialog.getByLabelText('Value'), 'x')
    await userEvent.click(dialog.getByRole('button', { name: 'Edit 1 case' }))
    await dialog.findAllByText('No custom property.')
    expect(inputOf(calls)).toEqual({
      project: 'demo',
      action: 'EDIT_CASES',
      ids: ['Baraka'],
      caseProperties: [{ name: 'owner_id', value: 'x' }],
    })
  })

  it('closes none before their number was typed', async () => {
    const calls = server(started)
    renderPage(<CaseListPage />)
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select this page' }))
    await click('Close cases')
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Close cases' }))
    expect(inputOf(calls)).toBeUndefined()
    await userEvent.type(dialog.getByRole('textbox'), '2')
    await userEvent.click(dialog.getByRole('button', { name: 'Close cases' }))
    await screen.findByText('312 changed')
    expect(inputOf(calls)).toEqual({
      project: 'demo',
      action: 'CLOSE_CASES',
      ids: ['Amina', 'Baraka'],
    })
  })
})
