// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { paths } from '../../lib/paths.ts'
import { toSee, type Permission } from '../../lib/project/ProjectContext.tsx'
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

/** Who has one of these can do something to many at once. */
export const bulkPermissions: Permission[] = [
  'edit_commcare_users',
  'edit_groups',
  'edit_locations',
  'edit_data',
  'edit_motech',
  ...toSee('ExcelExportReport', 'CaseExportReport', 'DeidExportReport'),
]

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
    label: 'devices.title',
    group: 'rail.deployments',
    path: paths.applicationStatus,
    needs: ['view_reports', 'view_commcare_users'],
    load: screens.applicationStatus,
    key: 'a',
  },
  {
    label: 'deviceLogs.title',
    group: 'rail.deployments',
    path: paths.deviceLogs,
    needs: ['view_reports', 'view_commcare_users'],
    load: screens.deviceLogs,
    key: 'l',
  },
  {
    label: 'exportForms.title',
    group: 'rail.data',
    path: paths.formExports,
    needs: toSee('ExcelExportReport', 'DeidExportReport'),
    load: screens.exports,
    key: 'f',
  },
  {
    label: 'exportCases.title',
    group: 'rail.data',
    path: paths.caseExports,
    needs: toSee('CaseExportReport', 'DeidExportReport'),
    load: screens.exports,
    key: 'k',
  },
  {
    label: 'dailyExports.title',
    group: 'rail.data',
    path: paths.dailyExports,
    needs: toSee('ExcelExportReport', 'CaseExportReport', 'DeidExportReport'),
    load: screens.exports,
    key: 'n',
  },
  {
    label: 'feeds.title',
    group: 'rail.data',
    path: paths.feeds,
    needs: toSee('ODataFeedListView'),
    load: screens.exports,
    key: '5',
  },
  {
    label: 'find.title',
    group: 'rail.data',
    path: paths.findById,
    needs: ['view_reports', 'edit_data'],
    load: screens.exports,
    key: 'q',
  },
  {
    label: 'manageForms.title',
    group: 'rail.data',
    path: paths.manageForms,
    needs: ['edit_data'],
    load: screens.manageForms,
    key: 'm',
  },
  {
    label: 'importCases.title',
    group: 'rail.data',
    path: paths.importCases,
    needs: ['edit_data'],
    load: screens.imports,
    key: 'z',
  },
  {
    label: 'dictionary.title',
    group: 'rail.data',
    path: paths.dictionary,
    needs: ['view_data_dict', 'edit_data_dict'],
    load: screens.dictionary,
    key: '9',
  },
  {
    label: 'lookupTables.title',
    group: 'rail.data',
    path: paths.lookupTables,
    needs: ['edit_data', 'access_api'],
    load: screens.lookupTables,
    key: 't',
  },
  {
    label: 'products.title',
    group: 'rail.data',
    path: paths.products,
    needs: ['edit_data'],
    load: screens.products,
    key: 'x',
  },
  {
    label: 'jobs.title',
    group: 'rail.data',
    path: paths.jobs,
    needs: bulkPermissions,
    load: screens.bulk,
    key: 'b',
  },
  {
    label: 'apps.title',
    group: 'rail.apps',
    path: paths.apps,
    needs: ['view_apps', 'edit_apps'],
    load: screens.apps,
    key: '3',
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
    label: 'webUsers.title',
    group: 'rail.users',
    path: paths.webUsers,
    needs: ['view_web_users', 'edit_web_users'],
    load: screens.webUsers,
    key: '2',
  },
  {
    label: 'roles.title',
    group: 'rail.users',
    path: paths.roles,
    needs: ['view_roles', 'edit_web_users'],
    load: screens.roles,
    key: 'i',
  },
  {
    label: 'organization.title',
    group: 'rail.users',
    path: paths.organization,
    needs: ['view_locations', 'edit_locations'],
    load: screens.organization,
    key: 'o',
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
  {
    label: 'basicSettings.title',
    group: 'rail.settings',
    path: paths.projectSettings,
    needs: ['admin'],
    load: screens.projectSettings,
    key: 'p',
  },
  {
    label: 'connections.title',
    group: 'rail.settings',
    path: paths.connections,
    needs: ['edit_motech'],
    load: screens.forwarding,
    key: '6',
  },
  {
    label: 'forwarding.title',
    group: 'rail.settings',
    path: paths.forwarding,
    needs: ['edit_motech'],
    load: screens.forwarding,
    key: '7',
  },
  {
    label: 'securitySettings.title',
    group: 'rail.settings',
    path: paths.securitySettings,
    needs: ['admin'],
    load: screens.securitySettings,
    key: 'v',
  },
  {
    label: 'audit.title',
    group: 'rail.settings',
    path: paths.auditLog,
    needs: ['admin'],
    load: screens.auditLog,
    key: 'j',
  },
  {
    label: 'access.title',
    group: 'rail.settings',
    path: paths.accessLog,
    needs: ['admin'],
    load: screens.accessLog,
    key: '4',
  },
  {
    label: 'phoneData.title',
    group: 'rail.settings',
    path: paths.phoneData,
    needs: ['edit_apps'],
    load: screens.phoneData,
    key: 'h',
  },
  {
    label: 'caseSearch.title',
    group: 'rail.settings',
    path: paths.caseSearch,
    needs: ['edit_data'],
    load: screens.caseSearch,
    key: 'e',
  },
  {
    label: 'deviceSettings.title',
    group: 'rail.settings',
    path: paths.deviceSettings,
    needs: ['view_apps', 'edit_apps'],
    load: screens.deviceSettings,
    key: 'y',
  },
]

export function allowedEntries(may: (permission: Permission) => boolean): RailEntry[] {
  return railEntries.filter(({ needs }) => needs.length === 0 || needs.some(may))
}
