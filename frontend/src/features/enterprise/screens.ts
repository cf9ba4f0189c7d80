// SPDX-License-Identifier: Apache-2.0
export { EnterprisePage } from './EnterprisePage.tsx'
export { EnterprisesPage } from './EnterprisesPage.tsx'
