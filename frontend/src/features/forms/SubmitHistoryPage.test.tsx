// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { SubmitHistoryPage } from './SubmitHistoryPage.tsx'

const visit = {
  __typename: 'Form',
  id: 'Form:f1',
  formId: 'f1',
  name: 'Antenatal visit',
  xmlns: 'urn:visit',
  state: 'NORMAL',
  userId: 'u1',
  username: 'amina',
  receivedOn: '2026-11-21T06:14:00.000000Z',
  problem: null,
  user: { __typename: 'MobileWorker', userId: 'u1', displayName: 'Amina Otieno' },
}

const project = (fields: object) => ({
  data: { project: { __typename: 'Project', id: 'Project:demo', ...fields } },
})
const formsAnswer = (nodes: object[]) =>
  project({
    forms: {
      __typename: 'FormConnection',
      nodes,
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      totalCount: nodes.length,
    },
  })
const formTypes = () =>
  project({ formTypes: [{ __typename: 'FormType', xmlns: 'urn:visit', name: 'Antenatal visit' }] })

const forbidden = () => ({
  data: { project: null },
  errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }],
})
const broken = () => ({
  data: null,
  errors: [{ message: 'no', extensions: { code: 'INTERNAL_ERROR', traceId: '4bf92f' } }],
})

describe('Submit History', () => {
  it('shows each form with its worker, its time in the project, and its state', async () => {
    stubServer({ Forms: () => formsAnswer([visit]), FormTypes: formTypes })
    renderPage(<SubmitHistoryPage />)
    const link = await screen.findByRole('link', { name: 'Antenatal visit' })
    expect(link.getAttribute('href')).toBe('/p/demo/forms/f1')
    const row = link.closest('tr')?.textContent
    expect(row).toContain('Amina Otieno')
    expect(row).toContain('09:14')
    expect(row).toContain('Normal Form')
  })

  it('keeps its filters in the address and sends them to the server', async () => {
    const calls = stubServer({ Forms: () => formsAnswer([]), FormTypes: formTypes })
    const router = renderPage(<SubmitHistoryPage />, { at: '/?worker=u1', permissions: [] })
    await screen.findByText('No form fits these filters')
    await userEvent.selectOptions(screen.getByLabelText('Status'), 'Archived Form')
    expect(router.state.location.search).toBe('?worker=u1&state=ARCHIVED')
    await waitFor(() =>
      expect(calls.at(-1)?.variables['filter']).toMatchObject({
        states: ['ARCHIVED'],
        userId: 'u1',
      }),
    )
  })

  it('says how forms get here when there are none', async () => {
    stubServer({ Forms: () => formsAnswer([]), FormTypes: formTypes })
    renderPage(<SubmitHistoryPage />)
    await screen.findByText('No forms yet')
  })

  it('tells a reader without permission whom to ask', async () => {
    stubServer({ Forms: forbidden, FormTypes: formTypes })
    renderPage(<SubmitHistoryPage />)
    await screen.findByText('You may not see this')
  })

  it('shows the number under which the log holds a failure', async () => {
    stubServer({ Forms: broken, FormTypes: formTypes })
    renderPage(<SubmitHistoryPage />)
    await screen.findByText('4bf92f')
  })

  it('proves with each call that it comes from this page', async () => {
    document.cookie = 'XSRF-TOKEN=abc%3D'
    const calls = stubServer({ Forms: () => formsAnswer([visit]), FormTypes: formTypes })
    renderPage(<SubmitHistoryPage />)
    await screen.findByRole('link', { name: 'Antenatal visit' })
    expect(calls.every(({ headers }) => headers.get('X-XSRF-TOKEN') === 'abc=')).toBe(true)
    expect(calls.map(({ operation }) => operation)).toContain('FormListChanged')
  })
})
