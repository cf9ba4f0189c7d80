// SPDX-License-Identifier: Apache-2.0
// The screens of an import follow each other, so they are fetched together.

export { ImportCasesPage } from './ImportCasesPage.tsx'
export { MatchColumnsPage } from './MatchColumnsPage.tsx'
