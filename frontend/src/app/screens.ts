// SPDX-License-Identifier: Apache-2.0

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
  newMobileWorker: () => import('../features/people/NewMobileWorkerPage.tsx'),
  mobileWorker: () => import('../features/people/MobileWorkerPage.tsx'),
  editMobileWorker: () => import('../features/people/EditMobileWorkerPage.tsx'),
  groups: () => import('../features/groups/GroupsPage.tsx'),
  newGroup: () => import('../features/groups/NewGroupPage.tsx'),
  group: () => import('../features/groups/GroupPage.tsx'),
  editGroup: () => import('../features/groups/EditGroupPage.tsx'),
  addGroupMembers: () => import('../features/groups/AddMembersPage.tsx'),
  userData: () => import('../features/userdata/UserDataPage.tsx'),
  userDataProfiles: () => import('../features/userdata/ProfilesPage.tsx'),
  userDataProfile: () => import('../features/userdata/ProfilePage.tsx'),
  apiKeys: () => import('../features/account/ApiKeysPage.tsx'),
}
