// SPDX-License-Identifier: Apache-2.0

/** The screens that people open first; what they load is held to the budget. */
export const firstScreens = {
  'sign in': 'src/features/signin/SignInPage.tsx',
  dashboard: 'src/features/projects/DashboardPage.tsx',
  'submit history': 'src/features/forms/SubmitHistoryPage.tsx',
  form: 'src/features/forms/FormPage.tsx',
  'case list': 'src/features/cases/CaseListPage.tsx',
  case: 'src/features/cases/CasePage.tsx',
  'mobile workers': 'src/features/people/MobileWorkersPage.tsx',
}
