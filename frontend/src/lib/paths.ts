// SPDX-License-Identifier: Apache-2.0

const project = (name: string) => `/p/${encodeURIComponent(name)}`

/** Every address of the app, in one place, so that screens can link without knowing each other. */
export const paths = {
  signIn: '/signin',
  projects: '/projects',
  newProject: '/projects/new',
  apiKeys: '/account/api-keys',
  dashboard: project,
  submitHistory: (name: string) => `${project(name)}/reports/submit-history`,
  form: (name: string, formId: string) => `${project(name)}/forms/${encodeURIComponent(formId)}`,
  caseList: (name: string) => `${project(name)}/reports/case-list`,
  case: (name: string, caseId: string) => `${project(name)}/cases/${encodeURIComponent(caseId)}`,
  mobileWorkers: (name: string) => `${project(name)}/users/mobile-workers`,
  newMobileWorker: (name: string) => `${project(name)}/users/mobile-workers/new`,
  mobileWorker: (name: string, userId: string) =>
    `${project(name)}/users/mobile-workers/${encodeURIComponent(userId)}`,
}
