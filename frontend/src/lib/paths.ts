// SPDX-License-Identifier: Apache-2.0

const project = (name: string) => `/p/${encodeURIComponent(name)}`

/** What can be read from and written to an Excel workbook, as it stands in addresses. */
export type WorkbookName = 'mobile-workers' | 'web-users' | 'groups' | 'locations' | 'lookup-tables'

/** Every address of the app, in one place, so that screens can link without knowing each other. */
export const paths = {
  signIn: '/signin',
  projects: '/projects',
  newProject: '/projects/new',
  apiKeys: '/account/api-keys',
  accountSecurity: '/account/security',
  oauthApplications: '/account/oauth',
  activity: '/account/activity',
  enterprises: '/enterprises',
  enterprise: (id: string) => `/enterprises/${encodeURIComponent(id)}`,
  resetPassword: '/reset-password',
  dashboard: project,
  submitHistory: (name: string) => `${project(name)}/reports/submit-history`,
  form: (name: string, formId: string) => `${project(name)}/forms/${encodeURIComponent(formId)}`,
  caseList: (name: string) => `${project(name)}/reports/case-list`,
  case: (name: string, caseId: string) => `${project(name)}/cases/${encodeURIComponent(caseId)}`,
  mobileWorkers: (name: string) => `${project(name)}/users/mobile-workers`,
  newMobileWorker: (name: string) => `${project(name)}/users/mobile-workers/new`,
  mobileWorker: (name: string, userId: string) =>
    `${project(name)}/users/mobile-workers/${encodeURIComponent(userId)}`,
  applicationStatus: (name: string) => `${project(name)}/reports/application-status`,
  deviceLogs: (name: string) => `${project(name)}/reports/device-logs`,
  projectSettings: (name: string) => `${project(name)}/settings/basic`,
  deviceSettings: (name: string) => `${project(name)}/settings/devices`,
  securitySettings: (name: string) => `${project(name)}/settings/security`,
  auditLog: (name: string) => `${project(name)}/settings/audit`,
  accessLog: (name: string) => `${project(name)}/settings/access`,
  phoneData: (name: string) => `${project(name)}/settings/phone-data`,
  connections: (name: string) => `${project(name)}/settings/connections`,
  forwarding: (name: string) => `${project(name)}/settings/forwarding`,
  caseSearch: (name: string) => `${project(name)}/settings/case-search`,
  newRecoveryMeasure: (name: string) => `${project(name)}/settings/devices?measure`,
  organization: (name: string) => `${project(name)}/users/organization`,
  newLocation: (name: string, parentId?: string) =>
    `${project(name)}/users/organization/new${parentId ? `?parent=${encodeURIComponent(parentId)}` : ''}`,
  location: (name: string, locationId: string) =>
    `${project(name)}/users/organization/locations/${encodeURIComponent(locationId)}`,
  editLocation: (name: string, locationId: string) =>
    `${project(name)}/users/organization/locations/${encodeURIComponent(locationId)}/edit`,
  moveLocation: (name: string, locationId: string) =>
    `${project(name)}/users/organization/locations/${encodeURIComponent(locationId)}/move`,
  mergeLocation: (name: string, locationId: string) =>
    `${project(name)}/users/organization/locations/${encodeURIComponent(locationId)}/merge`,
  levels: (name: string) => `${project(name)}/users/organization/levels`,
  newLevel: (name: string) => `${project(name)}/users/organization/levels/new`,
  level: (name: string, code: string) =>
    `${project(name)}/users/organization/levels/${encodeURIComponent(code)}/edit`,
  lookupTables: (name: string) => `${project(name)}/data/lookup-tables`,
  importCases: (name: string) => `${project(name)}/data/import`,
  matchColumns: (name: string, tableId: string) =>
    `${project(name)}/data/import/${encodeURIComponent(tableId)}`,
  products: (name: string) => `${project(name)}/data/products`,
  dictionary: (name: string) => `${project(name)}/data/dictionary`,
  newProduct: (name: string) => `${project(name)}/data/products/new`,
  product: (name: string, productId: string) =>
    `${project(name)}/data/products/items/${encodeURIComponent(productId)}`,
  programs: (name: string) => `${project(name)}/data/programs`,
  newLookupTable: (name: string) => `${project(name)}/data/lookup-tables/new`,
  lookupTable: (name: string, tag: string) =>
    `${project(name)}/data/lookup-tables/tables/${encodeURIComponent(tag)}`,
  editLookupTable: (name: string, tag: string) =>
    `${project(name)}/data/lookup-tables/tables/${encodeURIComponent(tag)}/edit`,
  newLookupRow: (name: string, tag: string) =>
    `${project(name)}/data/lookup-tables/tables/${encodeURIComponent(tag)}/rows/new`,
  lookupRow: (name: string, tag: string, rowId: string) =>
    `${project(name)}/data/lookup-tables/tables/${encodeURIComponent(tag)}/rows/${encodeURIComponent(rowId)}`,
  upload: (name: string, workbook: WorkbookName) => `${project(name)}/data/upload/${workbook}`,
  download: (name: string, workbook: WorkbookName) => `${project(name)}/data/download/${workbook}`,
  formExports: (name: string) => `${project(name)}/data/exports/forms`,
  caseExports: (name: string) => `${project(name)}/data/exports/cases`,
  dailyExports: (name: string) => `${project(name)}/data/exports/daily`,
  feeds: (name: string) => `${project(name)}/data/exports/feeds`,
  newExport: (name: string, type: 'FORM' | 'CASE', kind: 'file' | 'daily' | 'feed') =>
    `${project(name)}/data/exports/new?type=${type}${kind === 'file' ? '' : `&${kind}=yes`}`,
  editExport: (name: string, exportId: string) =>
    `${project(name)}/data/exports/edit/${encodeURIComponent(exportId)}`,
  runExport: (name: string, exportId: string) =>
    `${project(name)}/data/exports/run/${encodeURIComponent(exportId)}`,
  findById: (name: string) => `${project(name)}/data/find`,
  manageForms: (name: string) => `${project(name)}/data/manage-forms`,
  job: (name: string, jobId: string) => `${project(name)}/data/jobs/${encodeURIComponent(jobId)}`,
  jobs: (name: string) => `${project(name)}/data/jobs`,
  apps: (name: string) => `${project(name)}/apps`,
  app: (name: string, appId: string) => `${project(name)}/apps/${encodeURIComponent(appId)}`,
  appMedia: (name: string, appId: string) =>
    `${project(name)}/apps/${encodeURIComponent(appId)}/media`,
  appTranslations: (name: string, appId: string) =>
    `${project(name)}/apps/${encodeURIComponent(appId)}/translations`,
  appReleases: (name: string, appId: string) =>
    `${project(name)}/apps/${encodeURIComponent(appId)}/releases`,
  groups: (name: string) => `${project(name)}/users/groups`,
  newGroup: (name: string) => `${project(name)}/users/groups/new`,
  group: (name: string, groupId: string) =>
    `${project(name)}/users/groups/groups/${encodeURIComponent(groupId)}`,
  editGroup: (name: string, groupId: string) =>
    `${project(name)}/users/groups/groups/${encodeURIComponent(groupId)}/edit`,
  addGroupMembers: (name: string, groupId: string) =>
    `${project(name)}/users/groups/groups/${encodeURIComponent(groupId)}/add`,
  webUsers: (name: string) => `${project(name)}/users/web-users`,
  inviteWebUser: (name: string) => `${project(name)}/users/web-users/invite`,
  roles: (name: string) => `${project(name)}/users/roles`,
  newRole: (name: string, likeId?: string) =>
    `${project(name)}/users/roles/new${likeId ? `?like=${encodeURIComponent(likeId)}` : ''}`,
  role: (name: string, roleId: string) =>
    `${project(name)}/users/roles/${encodeURIComponent(roleId)}`,
  userData: (name: string) => `${project(name)}/users/custom-user-data`,
  userDataProfiles: (name: string) => `${project(name)}/users/custom-user-data/profiles`,
  newUserDataProfile: (name: string) => `${project(name)}/users/custom-user-data/profiles/new`,
  userDataProfile: (name: string, profileId: string) =>
    `${project(name)}/users/custom-user-data/profiles/${encodeURIComponent(profileId)}`,
  editMobileWorker: (name: string, userId: string) =>
    `${project(name)}/users/mobile-workers/${encodeURIComponent(userId)}/edit`,
}
