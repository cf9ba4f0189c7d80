// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { jobLike } from '../../lib/testing/jobs.ts'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { FormExportsPage } from './ExportsPage.tsx'

const saved = (exportId: string, name: string) => ({
  __typename: 'Export',
  id: exportId,
  exportId,
  type: 'FORM',
  identifier: 'http://example.org/visit',
  name,
  description: '',
  format: 'XLSX',
  sharing: 'PRIVATE',
  owner: { __typename: 'WebUser', userId: 'u1', displayName: 'Wanjiru' },
  daily: false,
  odata: false,
  rebuilding: true,
  updatedAt: '2026-03-01T08:00:00.000000Z',
  builtAt: null,
  fileSize: null,
  mayEdit: true,
  dailyPath: null,
  feedPaths: [],
})

const project = (more: object) => ({
  data: { project: { __typename: 'Project', id: 'p', ...more } },
})

describe('the list of exports', () => {
  it('writes those that were chosen as one workbook, and offers no mail where none can be sent', async () => {
    const nodes = [saved('e1', 'Visits'), saved('e2', 'Births'), saved('e3', 'Stock')]
    const calls = stubServer({
      Exports: () =>
        project({
          exports: { nodes, pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 3 },
        }),
      MailsWhenDone: () => project({ mailsWhenDone: false }),
      StartExports: () => ({ data: { startExports: { job: { jobId: 'j1' }, userErrors: [] } } }),
      Job: () => project({ job: jobLike({ kind: 'EXPORTS_DOWNLOAD', filePath: '/a/demo/file' }) }),
    })
    renderPage(<FormExportsPage />, { path: '/exports', at: '/exports' })
    await userEvent.click(await screen.findByRole('checkbox', { name: /Visits/ }))
    await userEvent.click(screen.getByRole('checkbox', { name: /Stock/ }))
    expect(screen.queryByLabelText('E-mail me when it is done')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Export as one workbook' }))
    const link = await screen.findByRole('link', { name: 'Download file' })
    expect(link.getAttribute('href')).toBe('/a/demo/file')
    const started = calls.find(({ operation }) => operation === 'StartExports')
    expect(started?.variables['input']).toMatchObject({
      exportIds: ['e1', 'e3'],
      mailWhenDone: false,
    })
  })
})
