// SPDX-License-Identifier: Apache-2.0
// The screens of applications lead to each other, so they are fetched together.

export { ApplicationsPage } from './ApplicationsPage.tsx'
export { BuilderPage } from './BuilderPage.tsx'
export { MediaPage } from './media/MediaPage.tsx'
export { TranslationsPage } from './translations/TranslationsPage.tsx'
export { ReleasesPage } from './releases/ReleasesPage.tsx'
