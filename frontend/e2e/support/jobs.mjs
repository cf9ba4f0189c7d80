// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { authorization, ask, change } from './graphql.mjs'
import { settings } from './browser.mjs'
import { workbookOf } from './workbook.mjs'

/** Jobs for the pictures: a workbook of workers that was written, and one with a bad row that was sent. */
export async function jobs() {
  const { job } = await change('startDownload', { workbook: 'MOBILE_WORKERS' }, 'job { jobId }')
  const { filePath } = await ended(job.jobId)
  const file = await fetch(settings.url + filePath, { headers: { Authorization: authorization } })
  const book = workbookOf(Buffer.from(await file.arrayBuffer()))
  const [active] = [...book.cells()].find(([, text]) => text === 'is_active')
  book.write(active.replace('1', '2'), 'perhaps')
  const form = new FormData()
  form.append('file', new Blob([book.bytes()]), 'workers.xlsx')
  const sent = await fetch(`${settings.url}/a/demo/bulk/mobile-workers/`, {
    method: 'POST',
    headers: { Authorization: authorization },
    body: form,
  })
  assert.equal(sent.status, 202)
  const { jobId } = await sent.json()
  assert.equal((await ended(jobId)).failed, 1)
  return { download: job.jobId, withErrors: jobId }
}

async function ended(jobId) {
  const { project } = await ask(
    `query Job($jobId: String!) { project(name: "demo") {
      job(jobId: $jobId) { state failed filePath }
    } }`,
    { jobId },
  )
  if (project.job.state === 'DONE') return project.job
  assert.match(project.job.state, /QUEUED|RUNNING/)
  await new Promise((later) => setTimeout(later, 200))
  return ended(jobId)
}
