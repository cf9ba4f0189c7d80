// SPDX-License-Identifier: Apache-2.0
import type { RouteObject } from 'react-router'
import { screen } from './screen.ts'
import { screens } from './screens.ts'

/** The screens of one project, by their address below it. */
export const projectRoutes: RouteObject[] = [
  { index: true, lazy: screen(screens.dashboard, 'DashboardPage') },
  {
    path: 'reports/submit-history',
    lazy: screen(screens.submitHistory, 'SubmitHistoryPage'),
  },
  { path: 'forms/:formId', lazy: screen(screens.form, 'FormPage') },
  { path: 'reports/case-list', lazy: screen(screens.caseList, 'CaseListPage') },
  { path: 'cases/:caseId', lazy: screen(screens.case, 'CasePage') },
  {
    path: 'users/mobile-workers',
    lazy: screen(screens.mobileWorkers, 'MobileWorkersPage'),
  },
  {
    path: 'users/mobile-workers/new',
    lazy: screen(screens.newMobileWorker, 'NewMobileWorkerPage'),
  },
  {
    path: 'users/mobile-workers/:userId',
    lazy: screen(screens.mobileWorker, 'MobileWorkerPage'),
  },
  {
    path: 'reports/application-status',
    lazy: screen(screens.applicationStatus, 'ApplicationStatusPage'),
  },
  { path: 'reports/device-logs', lazy: screen(screens.deviceLogs, 'DeviceLogsPage') },
  { path: 'settings/basic', lazy: screen(screens.projectSettings, 'BasicSettingsPage') },
  { path: 'settings/devices', lazy: screen(screens.deviceSettings, 'DeviceSettingsPage') },
  { path: 'settings/security', lazy: screen(screens.securitySettings, 'SecuritySettingsPage') },
  { path: 'settings/audit', lazy: screen(screens.auditLog, 'AuditLogPage') },
  { path: 'settings/access', lazy: screen(screens.accessLog, 'AccessLogPage') },
  { path: 'settings/phone-data', lazy: screen(screens.phoneData, 'PhoneDataPage') },
  { path: 'settings/case-search', lazy: screen(screens.caseSearch, 'CaseSearchPage') },
  { path: 'users/organization', lazy: screen(screens.organization, 'OrganizationPage') },
  { path: 'users/organization/new', lazy: screen(screens.newLocation, 'NewLocationPage') },
  { path: 'users/organization/levels', lazy: screen(screens.levels, 'LevelsPage') },
  { path: 'users/organization/levels/new', lazy: screen(screens.newLevel, 'NewLevelPage') },
  { path: 'users/organization/levels/:code/edit', lazy: screen(screens.level, 'EditLevelPage') },
  {
    path: 'users/organization/locations/:locationId',
    children: [
      { index: true, lazy: screen(screens.location, 'LocationPage') },
      { path: 'edit', lazy: screen(screens.editLocation, 'EditLocationPage') },
      { path: 'move', lazy: screen(screens.moveLocation, 'MoveLocationPage') },
      { path: 'merge', lazy: screen(screens.mergeLocation, 'MergeLocationPage') },
    ],
  },
  { path: 'data/lookup-tables', lazy: screen(screens.lookupTables, 'LookupTablesPage') },
  { path: 'data/lookup-tables/new', lazy: screen(screens.newLookupTable, 'NewLookupTablePage') },
  {
    path: 'data/lookup-tables/tables/:tag',
    children: [
      { index: true, lazy: screen(screens.lookupTable, 'LookupTablePage') },
      { path: 'edit', lazy: screen(screens.editLookupTable, 'EditLookupTablePage') },
      { path: 'rows/new', lazy: screen(screens.newLookupRow, 'NewLookupRowPage') },
      { path: 'rows/:rowId', lazy: screen(screens.lookupRow, 'EditLookupRowPage') },
    ],
  },
  { path: 'data/import', lazy: screen(screens.imports, 'ImportCasesPage') },
  { path: 'data/import/:tableId', lazy: screen(screens.imports, 'MatchColumnsPage') },
  { path: 'data/products', lazy: screen(screens.products, 'ProductsPage') },
  { path: 'data/products/new', lazy: screen(screens.products, 'NewProductPage') },
  { path: 'data/products/items/:productId', lazy: screen(screens.products, 'EditProductPage') },
  { path: 'data/programs', lazy: screen(screens.products, 'ProgramsPage') },
  {
    path: 'users/mobile-workers/:userId/edit',
    lazy: screen(screens.editMobileWorker, 'EditMobileWorkerPage'),
  },
  { path: 'users/groups', lazy: screen(screens.groups, 'GroupsPage') },
  { path: 'users/groups/new', lazy: screen(screens.newGroup, 'NewGroupPage') },
  {
    path: 'users/groups/groups/:groupId',
    children: [
      { index: true, lazy: screen(screens.group, 'GroupPage') },
      { path: 'edit', lazy: screen(screens.editGroup, 'EditGroupPage') },
      { path: 'add', lazy: screen(screens.addGroupMembers, 'AddMembersPage') },
    ],
  },
  { path: 'users/web-users', lazy: screen(screens.webUsers, 'WebUsersPage') },
  { path: 'users/web-users/invite', lazy: screen(screens.inviteWebUser, 'InviteWebUserPage') },
  { path: 'users/roles', lazy: screen(screens.roles, 'RolesPage') },
  { path: 'users/roles/new', lazy: screen(screens.role, 'RolePage') },
  { path: 'users/roles/:roleId', lazy: screen(screens.role, 'RolePage') },
  { path: 'data/upload/:workbook', lazy: screen(screens.bulk, 'UploadPage') },
  { path: 'data/download/:workbook', lazy: screen(screens.bulk, 'DownloadPage') },
  { path: 'data/exports/forms', lazy: screen(screens.exports, 'FormExportsPage') },
  { path: 'data/exports/cases', lazy: screen(screens.exports, 'CaseExportsPage') },
  { path: 'data/exports/daily', lazy: screen(screens.exports, 'DailyExportsPage') },
  { path: 'data/exports/new', lazy: screen(screens.exports, 'NewExportPage') },
  { path: 'data/exports/edit/:exportId', lazy: screen(screens.exports, 'EditExportPage') },
  { path: 'data/exports/run/:exportId', lazy: screen(screens.exports, 'RunExportPage') },
  { path: 'data/find', lazy: screen(screens.exports, 'FindByIdPage') },
  { path: 'data/manage-forms', lazy: screen(screens.manageForms, 'ManageFormsPage') },
  { path: 'apps', lazy: screen(screens.apps, 'ApplicationsPage') },
  { path: 'apps/:appId', lazy: screen(screens.apps, 'BuilderPage') },
  { path: 'apps/:appId/releases', lazy: screen(screens.apps, 'ReleasesPage') },
  { path: 'data/jobs', lazy: screen(screens.bulk, 'JobsPage') },
  { path: 'data/jobs/:jobId', lazy: screen(screens.bulk, 'JobPage') },
  { path: 'users/custom-user-data', lazy: screen(screens.userData, 'UserDataPage') },
  {
    path: 'users/custom-user-data/profiles',
    children: [
      { index: true, lazy: screen(screens.userDataProfiles, 'ProfilesPage') },
      { path: 'new', lazy: screen(screens.userDataProfile, 'ProfilePage') },
      { path: ':profileId', lazy: screen(screens.userDataProfile, 'ProfilePage') },
    ],
  },
]
