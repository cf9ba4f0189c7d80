// SPDX-License-Identifier: Apache-2.0
import { useState } from 'react'
import { useClient } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'

const AssignedQuery = graphql(`
  query AssignedLocations($project: String!, $userId: String!) {
    project(name: $project) {
      id
      mobileWorker(userId: $userId) {
        id
        displayName
        locations {
          id
          locationId
        }
        primaryLocation {
          id
          locationId
        }
      }
    }
  }
`)

const Assign = graphql(`
  mutation AssignWorkerHere($input: SetWorkerLocationsInput!) {
    setWorkerLocations(input: $input) {
      mobileWorker {
        id
        locations {
          id
        }
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Places = { locationIds: string[]; primaryLocationId: string | null }

type Assignment = {
  busy: boolean
  add: (userId: string) => Promise<void>
  /** Offers to take it back. */
  remove: (worker: { userId: string }) => Promise<void>
}

/** Lets workers into a location and out of it; all other places of theirs stay. */
export function useAssignment(
  here: { locationId: string; name: string },
  onChanged: () => void,
): Assignment {
  const t = useT()
  const client = useClient()
  const { name: project } = useProject()
  const [busy, setBusy] = useState(false)

  const assign = async (userId: string, places: Places) => {
    const { locationIds, primaryLocationId } = places
    const input = { project, userId, locationIds, primaryLocationId }
    const { data, error } = await client.mutation(Assign, { input })
    return problemsOf(t, error, data?.setWorkerLocations.userErrors)
  }
  /** Reads where the worker is, then says where she shall be; answers what was before when all went well. */
  const change = async (userId: string, edit: (ids: string[]) => string[]) => {
    setBusy(true)
    const variables = { project, userId }
    const current = await client.query(AssignedQuery, variables, { requestPolicy: 'network-only' })
    const worker = current.data?.project?.mobileWorker
    const before = {
      locationIds: worker?.locations.map(({ locationId }) => locationId) ?? [],
      primaryLocationId: worker?.primaryLocation?.locationId ?? null,
    }
    const problems = worker
      ? await assign(userId, { locationIds: edit(before.locationIds), primaryLocationId: null })
      : problemsOf(t, current.error, [])
    setBusy(false)
    if (problems?.[0]) showToast(problems[0].message)
    onChanged()
    return problems || !worker ? null : { name: worker.displayName, before }
  }
  const add = async (userId: string) => {
    const done = await change(userId, (ids) => [...new Set([...ids, here.locationId])])
    if (!done) return
    showToast(t('location.workerAdded', { name: done.name, location: here.name }))
  }
  const remove = async ({ userId }: { userId: string }) => {
    const done = await change(userId, (ids) => ids.filter((id) => id !== here.locationId))
    if (!done) return
    showToast(t('location.workerRemoved', { name: done.name, location: here.name }), () => {
      void assign(userId, done.before).then((problems) => {
        if (problems?.[0]) showToast(problems[0].message)
        onChanged()
      })
    })
  }
  return { busy, add, remove }
}
