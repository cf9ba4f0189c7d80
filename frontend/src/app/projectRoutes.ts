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
