// SPDX-License-Identifier: Apache-2.0
import { isOver, percentOf, type JobNow } from '../../ui/job/jobNow.ts'
import type { RowError } from '../../ui/job/jobWords.ts'

const shownHours = 24

/** A job with the first few of its rows with errors. */
export type TrayedJob = JobNow & { errors: readonly (RowError & { message: string })[] }

/** What the tray says on its button. */
export type TrayState =
  | { says: 'nothing' }
  | { says: 'quiet' }
  /** How far the work has come, over all jobs whose rows are counted. */
  | { says: 'running'; count: number; percent: number }
  | { says: 'finished'; count: number; withErrors: boolean }

/** Jobs that the reader asked for herself and that are still of interest, the newest first. */
export function ownJobs<Each extends JobNow>(
  jobs: readonly Each[],
  userId: string | undefined,
  now: number,
): Each[] {
  const since = now - shownHours * 60 * 60 * 1000
  return jobs.filter(
    (job) =>
      job.requestedBy?.userId === userId &&
      (!isOver(job) || Date.parse(job.endedAt ?? job.requestedAt) > since),
  )
}

/** @param seenAt the end of the newest job that the reader saw in the tray; what ended later is news */
export function trayStateOf(jobs: readonly JobNow[], seenAt: string): TrayState {
  if (jobs.length === 0) return { says: 'nothing' }
  const running = jobs.filter((job) => !isOver(job))
  if (running.length > 0) {
    const percents = running.map((job) => percentOf(job) ?? 0)
    const percent = Math.floor(percents.reduce((sum, each) => sum + each, 0) / running.length)
    return { says: 'running', count: running.length, percent }
  }
  const fresh = jobs.filter(({ endedAt }) => endedAt !== null && endedAt > seenAt)
  if (fresh.length === 0) return { says: 'quiet' }
  const withErrors = fresh.some(({ failed, problem }) => failed > 0 || problem !== null)
  return { says: 'finished', count: fresh.length, withErrors }
}

/** The end of the job that ended last. */
export function newestEnd(jobs: readonly JobNow[]): string {
  return jobs.reduce((newest, { endedAt }) => (endedAt && endedAt > newest ? endedAt : newest), '')
}

const storageKey = (project: string) => `baraza.jobsSeen.${project}`

export function readSeen(project: string): string {
  return localStorage.getItem(storageKey(project)) ?? ''
}

export function rememberSeen(project: string, at: string): void {
  localStorage.setItem(storageKey(project), at)
}
