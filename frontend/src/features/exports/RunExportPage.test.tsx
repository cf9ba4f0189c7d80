// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { jobLike } from '../../lib/testing/jobs.ts'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { RunExportPage } from './RunExportPage.tsx'

const saved = {
  __typename: 'Export',
  id: 'e',
  exportId: 'e1',
  type: 'FORM',
  identifier: 'http://example.org/visit',
  name: 'Visits',
  description: '',
  format: 'XLSX',
  sharing: 'PRIVATE',
  owner: { __typename: 'WebUser', userId: 'u1', displayName: 'Wanjiru' },
  daily: false,
  rebuilding: true,
  updatedAt: '2026-03-01T08:00:00.000000Z',
  builtAt: null,
  fileSize: null,
  mayEdit: true,
  dailyPath: null,
  streamPath: '/a/demo/data/export/stream/e1',
  manner: {
    splitMultiselects: false,
    transformDates: true,
    formatCells: false,
    deidentified: false,
    includeErrors: false,
  },
  filter: {
    dates: { kind: 'ALWAYS', days: 0, from: '', to: '' },
    userIds: [],
    groupIds: [],
    locationIds: [],
  },
}

describe('an export', () => {
  it('is written with the filter that was chosen, and its file is offered when it is there', async () => {
    const calls = stubServer({
      Export: () => ({ data: { project: { __typename: 'Project', id: 'p', export: saved } } }),
      MailsWhenDone: () => ({
        data: { project: { __typename: 'Project', id: 'p', mailsWhenDone: true } },
      }),
      StartExport: () => ({ data: { startExport: { job: { jobId: 'j1' }, userErrors: [] } } }),
      Job: () => ({
        data: {
          project: {
            __typename: 'Project',
            id: 'p',
            job: jobLike({ kind: 'FORMS_DOWNLOAD', filePath: '/a/demo/file' }),
          },
        },
      }),
    })
    renderPage(<RunExportPage />, { path: '/run/:exportId', at: '/run/e1' })
    await userEvent.selectOptions(await screen.findByLabelText('When'), 'LAST_MONTH')
    await userEvent.selectOptions(screen.getByLabelText('Format'), 'CSV')
    await userEvent.click(await screen.findByLabelText('E-mail me when it is done'))
    await userEvent.click(screen.getByRole('button', { name: 'Export' }))
    const link = await screen.findByRole('link', { name: 'Download file' })
    expect(link.getAttribute('href')).toBe('/a/demo/file')
    const started = calls.find(({ operation }) => operation === 'StartExport')
    expect(started?.variables['input']).toMatchObject({
      exportId: 'e1',
      format: 'CSV',
      mailWhenDone: true,
      filter: { dates: { kind: 'LAST_MONTH' }, userIds: [] },
    })
  })

  it('gives the files of its forms as one archive', async () => {
    const calls = stubServer({
      Export: () => ({ data: { project: { __typename: 'Project', id: 'p', export: saved } } }),
      MailsWhenDone: () => ({
        data: { project: { __typename: 'Project', id: 'p', mailsWhenDone: false } },
      }),
      StartExportMedia: () => ({
        data: { startExportMedia: { job: { jobId: 'j1' }, userErrors: [] } },
      }),
      Job: () => ({
        data: {
          project: {
            __typename: 'Project',
            id: 'p',
            job: jobLike({ kind: 'FORMS_DOWNLOAD', filePath: '/a/demo/file' }),
          },
        },
      }),
    })
    renderPage(<RunExportPage />, { path: '/run/:exportId', at: '/run/e1' })
    await userEvent.click(await screen.findByRole('button', { name: 'Files of the forms' }))
    expect(await screen.findByRole('link', { name: 'Download file' })).toBeTruthy()
    const started = calls.find(({ operation }) => operation === 'StartExportMedia')
    expect(started?.variables['input']).toMatchObject({ exportId: 'e1', mailWhenDone: false })
  })

  it.each(['CASE', 'FORM'])('offers a file for maps of cases alone: %s', async (type) => {
    stubServer({
      Export: () => ({
        data: { project: { __typename: 'Project', id: 'p', export: { ...saved, type } } },
      }),
      MailsWhenDone: () => ({
        data: { project: { __typename: 'Project', id: 'p', mailsWhenDone: false } },
      }),
    })
    renderPage(<RunExportPage />, { path: '/run/:exportId', at: '/run/e1' })
    await screen.findByLabelText('Format')
    const offered = screen.queryAllByRole('option', { name: /GeoJSON/ })
    expect(offered).toHaveLength(type === 'CASE' ? 1 : 0)
  })
})
