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
  installCode: `0123456789a${number}`,
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
      document: { build_profiles: { p1: { name: 'Coast' } } },
      running: [
        { appVersion: 7, devices: 3 },
        { appVersion: 7, devices: 1 },
      ],
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

  it('are taken back after a warning of how many phones run them', async () => {
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Take back version 7' }))
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText(/4 phones run this version/)).toBeTruthy()
    expect(calls.some(({ operation }) => operation === 'ReleaseAppVersion')).toBe(false)
    await user.click(within(dialog).getByRole('button', { name: 'Take back' }))
    const [taken] = calls.filter(({ operation }) => operation === 'ReleaseAppVersion')
    expect(taken?.variables).toEqual({
      input: { project: 'demo', buildId: 'b7', released: false },
    })
  })

  it('are installed by a code, a short link, and in a language profile', async () => {
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Install: 9' }))
    const dialog = screen.getByRole('dialog')
    expect(within(dialog).getByText(/\/i\/0123456789a9$/)).toBeTruthy()
    await user.selectOptions(within(dialog).getByLabelText('Language profile'), 'Coast')
    expect(within(dialog).getByText(/profile\.ccpr\?profile=p1$/)).toBeTruthy()
  })

  it('are compared with the one before', async () => {
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: 'Compare: 9' }))
    expect(await screen.findByText('The question weight.')).toBeTruthy()
    const [asked] = calls.filter(({ operation }) => operation === 'AppChanges')
    expect(asked?.variables).toMatchObject({ before: 'b7', after: 'b9' })
  })
})
