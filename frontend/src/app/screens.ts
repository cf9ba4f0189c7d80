// SPDX-License-Identifier: Apache-2.0
import { later } from './later.ts'

/** The code of each screen, fetched when the reader goes there or is about to. */
export const screens = {
  signIn: () => import('../features/signin/SignInPage.tsx'),
  dashboard: () => import('../features/projects/DashboardPage.tsx'),
  projects: () => import('../features/projects/ProjectsPage.tsx'),
  newProject: () => import('../features/projects/NewProjectPage.tsx'),
  submitHistory: () => import('../features/forms/SubmitHistoryPage.tsx'),
  form: () => import('../features/forms/FormPage.tsx'),
  caseList: () => import('../features/cases/CaseListPage.tsx'),
  case: () => import('../features/cases/CasePage.tsx'),
  mobileWorkers: () => import('../features/people/MobileWorkersPage.tsx'),
  newMobileWorker: later(() => import('../features/people/NewMobileWorkerPage.tsx')),
  mobileWorker: later(() => import('../features/people/MobileWorkerPage.tsx')),
  organization: later(() => import('../features/places/OrganizationPage.tsx')),
  newLocation: later(() => import('../features/places/NewLocationPage.tsx')),
  location: later(() => import('../features/places/LocationPage.tsx')),
  editLocation: later(() => import('../features/places/EditLocationPage.tsx')),
  moveLocation: later(() => import('../features/places/MoveLocationPage.tsx')),
  mergeLocation: later(() => import('../features/places/MergeLocationPage.tsx')),
  levels: later(() => import('../features/places/LevelsPage.tsx')),
  newLevel: later(() => import('../features/places/NewLevelPage.tsx')),
  level: later(() => import('../features/places/EditLevelPage.tsx')),
  lookupTables: later(() => import('../features/tables/LookupTablesPage.tsx')),
  newLookupTable: later(() => import('../features/tables/NewLookupTablePage.tsx')),
  lookupTable: later(() => import('../features/tables/LookupTablePage.tsx')),
  editLookupTable: later(() => import('../features/tables/EditLookupTablePage.tsx')),
  newLookupRow: later(() => import('../features/tables/NewLookupRowPage.tsx')),
  lookupRow: later(() => import('../features/tables/EditLookupRowPage.tsx')),
  apiKeys: () => import('../features/account/ApiKeysPage.tsx'),
}
