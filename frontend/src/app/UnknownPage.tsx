// SPDX-License-Identifier: Apache-2.0
import { NotFoundPage } from '../ui/page/NotFoundPage.tsx'

export function UnknownPage() {
  return <NotFoundPage what="page" back="/" />
}
