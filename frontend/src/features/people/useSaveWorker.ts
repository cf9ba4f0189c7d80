// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { primaryOf } from '../../ui/primaryOf.ts'
import {
  numbersOf,
  sameList,
  writeUserData,
  type DataSetup,
  type WorkerValues,
} from './workerValues.ts'

const UpdateWorker = graphql(`
  mutation UpdateMobileWorker($input: UpdateMobileWorkerInput!) {
    updateMobileWorker(input: $input) {
      mobileWorker {
        id
        displayName
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const SetLocations = graphql(`
  mutation SaveWorkerLocations($input: SetWorkerLocationsInput!) {
    setWorkerLocations(input: $input) {
      mobileWorker {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const SetGroups = graphql(`
  mutation SetWorkerGroups($input: SetWorkerGroupsInput!) {
    setWorkerGroups(input: $input) {
      mobileWorker {
        id
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Save = (before: WorkerValues, after: WorkerValues) => Promise<Problem[] | undefined>

/** Saves what was changed about a worker, her details first; each part is changed whole or not at all. */
export function useSaveWorker(userId: string, setup: DataSetup): Save {
  const t = useT()
  const { name: project } = useProject()
  const [, update] = useMutation(UpdateWorker)
  const [, setLocations] = useMutation(SetLocations)
  const [, setGroups] = useMutation(SetGroups)
  return async (before, after) => {
    const { firstName, lastName, email, language, role, deactivateAfter } = after
    const details = await update({
      input: {
        project,
        userId,
        firstName,
        lastName,
        email,
        language,
        phoneNumbers: numbersOf(after.phoneNumbers),
        userData: writeUserData(after, setup),
        ...(role !== before.role && { role }),
        ...(deactivateAfter !== before.deactivateAfter && { deactivateAfter }),
      },
    })
    const refused = problemsOf(t, details.error, details.data?.updateMobileWorker.userErrors)
    if (refused) return refused

    if (!sameList(places(before), places(after))) {
      const [primaryLocationId, ...locationIds] = places(after)
      const input = { project, userId, locationIds, primaryLocationId: primaryLocationId || null }
      const { error, data } = await setLocations({ input })
      const problems = problemsOf(t, error, data?.setWorkerLocations.userErrors)
      if (problems) return problems
    }

    if (sameList(groups(before), groups(after))) return undefined
    const { error, data } = await setGroups({ input: { project, userId, groupIds: groups(after) } })
    return problemsOf(t, error, data?.setWorkerGroups.userErrors)
  }
}

/** The primary location, and then all of them. */
const places = ({ locations, primaryLocationId }: WorkerValues) => [
  primaryOf(locations, primaryLocationId),
  ...locations.map(({ value }) => value),
]

const groups = (values: WorkerValues) => values.groups.map(({ value }) => value)
