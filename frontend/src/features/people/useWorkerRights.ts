// SPDX-License-Identifier: Apache-2.0
import { useProject } from '../../lib/project/ProjectContext.tsx'

export type WorkerRights = {
  edits: boolean
  seesGroups: boolean
  seesPlaces: boolean
  assignsPlaces: boolean
}

/** What the reader may see and do about mobile workers beside their names. */
export function useWorkerRights(): WorkerRights {
  const { may } = useProject()
  const edits = may('edit_commcare_users')
  const seesPlaces = may('view_locations') || may('edit_locations')
  return {
    edits,
    seesGroups: edits || may('view_groups') || may('edit_groups'),
    seesPlaces,
    assignsPlaces: seesPlaces && (edits || may('edit_users_in_locations')),
  }
}
