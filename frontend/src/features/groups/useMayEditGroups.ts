// SPDX-License-Identifier: Apache-2.0
import { useProject } from '../../lib/project/ProjectContext.tsx'

export function useMayEditGroups(): boolean {
  const { may } = useProject()
  return may('edit_groups') || may('edit_commcare_users')
}
