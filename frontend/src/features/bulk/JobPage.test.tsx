// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { jobLike } from '../../lib/testing/jobs.ts'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { JobPage } from './JobPage.tsx'

const project = (fields: object) => ({
  data: { project: { __typename: 'Project', id: 'Project:demo', ...fields } },
})
const errorsAnswer = () =>
  project({
    job: {
      __typename: 'Job',
      id: 'Job:j1',
      errors: {
        __typename: 'JobErrorConnection',
        edges: [
          {
            __typename: 'JobErrorEdge',
            cursor: 'c1',
            node: {
              __typename: 'JobError',
              sheet: 'users',
              row: 21,
              column: 'is_active',
              subject: 'amina',
              message: 'This is answered by yes or no.',
            },
          },
        ],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        totalCount: 1,
      },
    },
  })
const draw = () => renderPage(<JobPage />, { path: '/jobs/:jobId', at: '/jobs/j1' })

describe('the page of a job', () => {
  it('names each row with an error, and says that all others are done', async () => {
    const job = jobLike({ failed: 1, updated: 4, filePath: '/a/demo/bulk/jobs/j1/file' })
    stubServer({ Job: () => project({ job }), JobErrors: errorsAnswer })
    draw()
    const row = await screen.findByRole('row', { name: /This is answered by yes or no/ })
    expect(row.textContent).toContain('21')
    expect(row.textContent).toContain('is_active')
    expect(screen.getByText(/Nothing is half applied/)).toBeTruthy()
    expect(
      screen.getByRole('link', { name: 'Download rows with errors' }).getAttribute('href'),
    ).toBe('/a/demo/bulk/jobs/j1/file')
  })

  it('follows the job to its end', async () => {
    let job = jobLike({ state: 'RUNNING', total: 10, done: 5, endedAt: null })
    stubServer({ Job: () => project({ job }) })
    draw()
    await screen.findByText('5 of 10 rows')
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('50')
    job = jobLike({ created: 10 })
    await screen.findByText('10 created', {}, { timeout: 3000 })
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull()
  })

  it('says why a job failed as a whole', async () => {
    const problem = { __typename: 'JobProblem', code: 'GAVE_UP', message: 'It never came further.' }
    stubServer({ Job: () => project({ job: jobLike({ state: 'FAILED', problem }) }) })
    draw()
    await screen.findByText(/It never came further/)
  })

  it('is not found when there is no such job', async () => {
    stubServer({ Job: () => project({ job: null }) })
    draw()
    await screen.findByText(/There is no such job/)
  })
})
