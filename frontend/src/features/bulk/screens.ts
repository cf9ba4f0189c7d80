// SPDX-License-Identifier: Apache-2.0
// The screens of bulk work lead to each other, so they are fetched together.

export { DownloadPage } from './DownloadPage.tsx'
export { JobPage } from './JobPage.tsx'
export { JobsPage } from './JobsPage.tsx'
export { UploadPage } from './UploadPage.tsx'
