// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage } from '../../../lib/testing/renderPage.tsx'
import { stubServer } from '../../../lib/testing/stubServer.ts'
import { ReleasesPage } from './ReleasesPage.tsx'

const version = (number: number, released: boolean) => ({
  __typename: 'AppVersion',
  buildId: `b${number}`,
  number,
  comment: `The ${number}th`,
  builtAt: '2026-11-30T06:00:00.000000Z',
  released,
  releasedAt: null,
})
const problem = {
  __typename: 'AppProblem',
  place: 'Mothers › Register',
  message: 'A question has no label.',
  severity: 'ERROR',
  menuId: 'm1',
  formId: 'f1',
  question: '/data/name',
}

describe('releases', () => {
  let calls: ReturnType<typeof stubServer>
  beforeEach(() => {
    const versions = {
      nodes: [version(9, false), version(7, true)],
      pageInfo: { hasNextPage: false, endCursor: null },
      totalCount: 2,
    }
    const app = {
      __typename: 'App',
      appId: 'a1',
      name: 'CHW',
      version: 9,
      deleted: false,
      versions,
    }
    calls = stubServer({
      AppReleases: () => ({ data: { project: { id: 'Project:demo', app } } }),
      MakeAppVersion: () => ({
        data: { makeVersion: { version: null, problems: [problem], userErrors: [] } },
      }),
      ReleaseAppVersion: () => ({
        data: { releaseVersion: { version: version(9, true), userErrors: [] } },
      }),
      AppChanges: () => ({
        data: {
          project: {
            id: 'Project:demo',
            appChanges: [
              { kind: 'ADDED', place: 'Mothers › Visit', message: 'The question weight.' },
            ],
          },
        },
      }),
    })
    renderPage(<ReleasesPage />, { at: '/apps/a1/releases', path: '/apps/:appId/releases' })
  })

  it('say why no version can be made, with the way to the place', async () => {
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Make New Version' }))
    await user.click(
      within(screen.getByRole('dialog')).getByRole('button', { name: 'Make Version' }),
    )
    const link = await screen.findByRole('link', { name: 'Mothers › Register' })
    expect(link.getAttribute('href')).toBe('/p/demo/apps/a1?form=f1&question=%2Fdata%2Fname')
    expect(screen.getByText(/A question has no label/)).toBeTruthy()
  })

  it('are given to phones', async () => {
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Release version 9' }))
    const [release] = calls.filter(({ operation }) => operation === 'ReleaseAppVersion')
    expect(release?.variables).toEqual({
      input: { project: 'demo', buildId: 'b9', released: true },
    })
  })

  it('are compared with the one before', async () => {
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Compare: 9' }))
    expect(await screen.findByText('The question weight.')).toBeTruthy()
    const [asked] = calls.filter(({ operation }) => operation === 'AppChanges')
    expect(asked?.variables).toMatchObject({ before: 'b7', after: 'b9' })
  })
})
