// SPDX-License-Identifier: Apache-2.0
// The screens of exports lead to each other, so they are fetched together.

export { CaseExportsPage, DailyExportsPage, FeedsPage, FormExportsPage } from './ExportsPage.tsx'
export { EditExportPage } from './EditExportPage.tsx'
export { FindByIdPage } from './FindByIdPage.tsx'
export { NewExportPage } from './NewExportPage.tsx'
export { RunExportPage } from './RunExportPage.tsx'
