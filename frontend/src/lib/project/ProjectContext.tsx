// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext } from 'react'

/** What the role editor gives; `admin` is what only administrators may. */
/** Permissions for one report each; whoever has `view_reports` needs none of them. */
type ReportPermission =
  `corehq.apps.reports.standard.export.${'ExcelExportReport' | 'CaseExportReport' | 'DeidExportReport' | 'ODataFeedListView'}`

/** What lets somebody see one of these reports. */
export const toSee = (
  ...names: (ReportPermission extends `${string}.export.${infer Name}` ? Name : never)[]
): Permission[] => [
  'view_reports',
  ...names.map((name) => `corehq.apps.reports.standard.export.${name}` as const),
]

export type Permission =
  | 'admin'
  | 'edit_data'
  | 'access_api'
  | 'view_reports'
  | 'view_web_users'
  | 'edit_web_users'
  | 'view_roles'
  | 'view_commcare_users'
  | 'edit_commcare_users'
  | 'edit_users_in_locations'
  | 'view_groups'
  | 'edit_groups'
  | 'view_locations'
  | 'edit_locations'
  | 'view_apps'
  | 'edit_apps'
  | 'edit_shared_exports'
  | 'view_data_dict'
  | 'edit_data_dict'
  | 'edit_motech'
  | ReportPermission

export type CurrentProject = {
  name: string
  displayName: string
  timeZone: string
  may: (permission: Permission) => boolean
}

export const ProjectContext = createContext<CurrentProject | null>(null)

/** The project space of the page; null on pages outside any project. */
export function useMaybeProject(): CurrentProject | null {
  return useContext(ProjectContext)
}

export function useProject(): CurrentProject {
  const project = useContext(ProjectContext)
  if (!project) throw new Error('useProject needs a page inside a project')
  return project
}
