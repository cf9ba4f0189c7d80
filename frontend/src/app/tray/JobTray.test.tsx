// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SessionContext } from '../../lib/session/SessionContext.tsx'
import { jobLike } from '../../lib/testing/jobs.ts'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { announceJob } from '../../lib/live/jobStartedEvent.ts'
import { JobTray } from './JobTray.tsx'

const user = {
  userId: 'u1',
  username: 'zawadi@example.org',
  firstName: 'Zawadi',
  lastName: '',
  twoFactor: false,
  idleSeconds: 1_209_600,
  twoFactorWantedBy: [],
}
const session = { user, signedIn: () => undefined, signOut: async () => undefined }
const justNow = () => new Date().toISOString()

const errors = [
  {
    __typename: 'JobError',
    sheet: 'users',
    row: 21,
    column: 'is_active',
    subject: 'amina',
    message: 'This is answered by yes or no.',
  },
]
const answer = (jobs: object[]) => ({
  data: {
    project: {
      __typename: 'Project',
      id: 'Project:demo',
      jobs: { __typename: 'JobConnection', nodes: jobs },
    },
  },
})
const withErrors = (job: object, nodes: object[] = []) => ({
  ...job,
  errors: { __typename: 'JobErrorConnection', nodes },
})
const draw = () =>
  renderPage(
    <SessionContext.Provider value={session}>
      <JobTray project="demo" />
    </SessionContext.Provider>,
  )

describe('the job tray', () => {
  it('shows nothing until the reader starts a job, then how far it is', async () => {
    let jobs: object[] = []
    const calls = stubServer({ JobTray: () => answer(jobs) })
    draw()
    await expect.poll(() => calls.length).toBe(1)
    expect(screen.queryByRole('button')).toBeNull()
    jobs = [withErrors(jobLike({ state: 'RUNNING', endedAt: null, total: 200, done: 90 }))]
    announceJob()
    await screen.findByRole('button', { name: 'Working: 45%' })
  })

  it('names rows with errors and leads to the file', async () => {
    const done = jobLike({ failed: 1, updated: 4, endedAt: justNow(), filePath: '/a/demo/x/file' })
    stubServer({ JobTray: () => answer([withErrors(done, errors)]) })
    draw()
    await userEvent.click(await screen.findByRole('button', { name: 'Done, with errors' }))
    const list = within(screen.getByRole('list', { name: 'Bulk actions' }))
    expect(list.getByText('4 changed, 1 with an error')).toBeTruthy()
    expect(list.getByText('Row 21, is_active (users)').parentElement?.textContent).toContain(
      'This is answered by yes or no.',
    )
    expect(list.getByRole('link', { name: 'Download rows with errors' }).getAttribute('href')).toBe(
      '/a/demo/x/file',
    )
    await userEvent.keyboard('{Escape}')
    await screen.findByRole('button', { name: 'Bulk actions' })
  })
})
