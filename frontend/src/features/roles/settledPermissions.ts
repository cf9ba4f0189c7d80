// SPDX-License-Identifier: Apache-2.0
import { onlyReports } from './permissionGroups.ts'

/** Whoever may edit may see. */
const seenByEditors: Record<string, string> = {
  edit_web_users: 'view_web_users',
  edit_commcare_users: 'view_commcare_users',
  edit_groups: 'view_groups',
  edit_locations: 'view_locations',
  edit_data_dict: 'view_data_dict',
  edit_apps: 'view_apps',
}

/** The first is of no use without one of the others. */
const needed: Record<string, readonly string[]> = {
  edit_users_in_groups: ['edit_groups'],
  edit_users_in_locations: ['edit_locations'],
  download_reports: ['view_reports', ...onlyReports],
}

/** What nobody has who does not reach all locations. */
const ofTheWholeProject = new Set([
  'edit_web_users',
  'view_web_users',
  'edit_groups',
  'view_groups',
  'edit_users_in_groups',
  'edit_apps',
  'view_roles',
  'edit_reports',
  'edit_billing',
  'edit_data_dict',
  'view_data_dict',
])

/** How a box stands, given those that are ticked; the server settles a role by the same rules. */
export type Box = { checked: boolean; fixed: 'implied' | 'needs' | 'locations' | null }

export function boxOf(name: string, ticked: ReadonlySet<string>): Box {
  if (ofTheWholeProject.has(name) && !ticked.has('access_all_locations')) {
    return { checked: false, fixed: 'locations' }
  }
  const need = needed[name]
  if (need && !need.some((other) => ticked.has(other))) return { checked: false, fixed: 'needs' }
  const implied = Object.entries(seenByEditors).some(
    ([edit, view]) => view === name && ticked.has(edit) && boxOf(edit, ticked).checked,
  )
  if (implied) return { checked: true, fixed: 'implied' }
  return { checked: ticked.has(name), fixed: null }
}

/** What a role has of which these are ticked. */
export function settled(ticked: ReadonlySet<string>): string[] {
  const names = new Set([...ticked, ...Object.values(seenByEditors)])
  return [...names].filter((name) => boxOf(name, ticked).checked).toSorted()
}
