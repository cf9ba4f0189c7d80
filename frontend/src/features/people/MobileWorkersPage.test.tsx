// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { jobLike } from '../../lib/testing/jobs.ts'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { MobileWorkersPage } from './MobileWorkersPage.tsx'

vi.mock('../../lib/i18n/languages.ts', async (original) => ({
  ...(await original<object>()),
  loadLaterMessages: async () => undefined,
}))

const worker = (username: string) => ({
  __typename: 'MobileWorker',
  id: `MobileWorker:${username}`,
  userId: username,
  username,
  firstName: '',
  lastName: '',
  active: true,
  createdAt: '2026-11-01T06:14:00.000000Z',
  lastSubmissionOn: null,
  email: '',
  language: '',
  phoneNumbers: [],
  primaryLocation: null,
  locations: [],
  groups: [],
})
const project = (fields: object) => ({
  data: { project: { __typename: 'Project', id: 'Project:demo', ...fields } },
})
const list = () =>
  project({
    locationTypes: [],
    mobileWorkers: {
      __typename: 'MobileWorkerConnection',
      nodes: [worker('amina'), worker('baraka')],
      pageInfo: { __typename: 'PageInfo', hasNextPage: true, endCursor: 'c' },
      totalCount: 312,
    },
  })
const started = () => ({
  data: {
    startBulkAction: {
      __typename: 'JobPayload',
      job: { __typename: 'Job', jobId: 'j1' },
      userErrors: [],
    },
  },
})
const deactivated = jobLike({
  kind: 'MOBILE_WORKERS_ACTION',
  action: 'DEACTIVATE_MOBILE_WORKERS',
  updated: 2,
})
const server = () =>
  stubServer({
    MobileWorkers: list,
    StartBulkAction: started,
    Job: () => project({ job: deactivated }),
    ChosenGroup: () => project({ group: null }),
  })

describe('the list of mobile workers', () => {
  beforeAll(() => import('./WorkersInBulk.tsx'), 60_000)

  it('deactivates the chosen ones and tells what came of it', async () => {
    const calls = server()
    renderPage(<MobileWorkersPage />)
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select amina' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select baraka' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Deactivate' }))
    const dialog = within(await screen.findByRole('dialog'))
    dialog.getByText('Deactivate 2 mobile workers?')
    await userEvent.click(dialog.getByRole('button', { name: 'Deactivate' }))
    await screen.findByText('2 changed')
    const input = calls.find(({ operation }) => operation === 'StartBulkAction')?.variables['input']
    expect(input).toEqual({
      project: 'demo',
      action: 'DEACTIVATE_MOBILE_WORKERS',
      ids: ['amina', 'baraka'],
    })
    expect(screen.queryByText('2 selected')).toBeNull()
  })

  it('does it to all that match, with all filters of the list', async () => {
    const calls = server()
    renderPage(<MobileWorkersPage />, { at: '/?group=g1&status=all' })
    await userEvent.click(await screen.findByRole('checkbox', { name: 'Select amina' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Select all 312 that match' }))
    await userEvent.click(screen.getByRole('button', { name: 'Reactivate' }))
    const dialog = within(await screen.findByRole('dialog'))
    await userEvent.click(dialog.getByRole('button', { name: 'Reactivate' }))
    await expect
      .poll(() => calls.find(({ operation }) => operation === 'StartBulkAction')?.variables)
      .toEqual({
        input: {
          project: 'demo',
          action: 'ACTIVATE_MOBILE_WORKERS',
          mobileWorkers: { search: null, active: null, groupId: 'g1', locationId: null },
        },
      })
  })

  it('leads to the Excel workbook of what it shows', async () => {
    server()
    renderPage(<MobileWorkersPage />, { at: '/?group=g1' })
    await userEvent.click(await screen.findByRole('button', { name: 'More' }))
    expect(screen.getByRole('link', { name: 'Download as Excel' }).getAttribute('href')).toBe(
      '/p/demo/data/download/mobile-workers?group=g1',
    )
    expect(screen.getByRole('link', { name: 'Upload from Excel' }).getAttribute('href')).toBe(
      '/p/demo/data/upload/mobile-workers',
    )
  })
})
