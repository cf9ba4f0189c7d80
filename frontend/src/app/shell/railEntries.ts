// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { paths } from '../../lib/paths.ts'
import type { Permission } from '../../lib/project/ProjectContext.tsx'
import { screens } from '../screens.ts'

export type RailEntry = {
  label: MessageKey
  group: MessageKey | null
  path: (project: string) => string
  /** Any one of these is enough; nobody needs a permission for an empty list. */
  needs: Permission[]
  load: () => Promise<unknown>
  /** The second key after `g`. */
  key: string
}

/** The screens of a project in the order of the rail. */
export const railEntries: RailEntry[] = [
  {
    label: 'dashboard.title',
    group: null,
    path: paths.dashboard,
    needs: [],
    load: screens.dashboard,
    key: 'd',
  },
  {
    label: 'submitHistory.title',
    group: 'rail.reports',
    path: paths.submitHistory,
    needs: ['view_reports', 'edit_data'],
    load: screens.submitHistory,
    key: 's',
  },
  {
    label: 'caseList.title',
    group: 'rail.reports',
    path: paths.caseList,
    needs: ['view_reports', 'edit_data'],
    load: screens.caseList,
    key: 'c',
  },
  {
    label: 'workers.title',
    group: 'rail.users',
    path: paths.mobileWorkers,
    needs: ['view_commcare_users', 'edit_commcare_users'],
    load: screens.mobileWorkers,
    key: 'w',
  },
  {
    label: 'groups.title',
    group: 'rail.users',
    path: paths.groups,
    needs: ['view_groups', 'edit_groups', 'edit_commcare_users'],
    load: screens.groups,
    key: 'r',
  },
  {
    label: 'userData.title',
    group: 'rail.users',
    path: paths.userData,
    needs: ['view_commcare_users', 'edit_commcare_users'],
    load: screens.userData,
    key: 'u',
  },
]

export function allowedEntries(may: (permission: Permission) => boolean): RailEntry[] {
  return railEntries.filter(({ needs }) => needs.length === 0 || needs.some(may))
}
