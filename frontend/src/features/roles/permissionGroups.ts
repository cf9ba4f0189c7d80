// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'

type PermissionGroup = {
  title: MessageKey
  permissions: { name: string; label: MessageKey }[]
}

const group = (title: MessageKey, ...names: readonly PermissionName[]): PermissionGroup => ({
  title,
  permissions: names.map((name) => ({ name, label: `permission.${name}` })),
})

type PermissionName = MessageKey extends infer Key
  ? Key extends `permission.${infer Name}`
    ? Name
    : never
  : never

/** Permissions for one report each, which `view_reports` has in it; CommCare HQ calls them so. */
export const onlyReports = [
  'corehq.apps.reports.standard.export.ExcelExportReport',
  'corehq.apps.reports.standard.export.CaseExportReport',
  'corehq.apps.reports.standard.export.DeidExportReport',
  'corehq.apps.reports.standard.export.ODataFeedListView',
] as const

/** The permissions that do something here, as the editor shows them; a role keeps others that it has. */
export const permissionGroups: PermissionGroup[] = [
  group(
    'permissions.users',
    'edit_web_users',
    'view_web_users',
    'view_roles',
    'edit_commcare_users',
    'view_commcare_users',
    'edit_groups',
    'view_groups',
    'edit_users_in_groups',
    'edit_locations',
    'view_locations',
    'edit_users_in_locations',
  ),
  group(
    'permissions.data',
    'access_all_locations',
    'edit_data',
    'view_data_dict',
    'edit_data_dict',
    'edit_shared_exports',
    'edit_messaging',
  ),
  group(
    'permissions.apps',
    'edit_apps',
    'view_apps',
    'access_web_apps',
    'access_mobile_endpoints',
    'login_as_all_users',
    'limited_login_as',
    'access_release_management',
    'edit_linked_configurations',
  ),
  group(
    'permissions.reports',
    'view_reports',
    ...onlyReports,
    'edit_reports',
    'download_reports',
    'edit_ucrs',
  ),
  group(
    'permissions.integration',
    'access_api',
    'edit_motech',
    'manage_domain_alerts',
    'edit_billing',
    'report_an_issue',
  ),
]
