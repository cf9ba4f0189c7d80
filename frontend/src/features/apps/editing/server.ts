// SPDX-License-Identifier: Apache-2.0
import type { AppDocument } from '../document/appDocument.ts'
import type { MediaKind } from '../media/mediaPaths.ts'
import type { Change } from './draft.ts'

export type ServerState = { document: AppDocument; version: number }

/** What the builder asks of the server. */
export type AppServer = {
  save: (
    version: number,
    changes: Change[],
  ) => Promise<ServerState | { conflict: true; message: string } | { failed: string }>
  /** Shows a file under a path; answers why it could not. */
  sendMedia: (kind: MediaKind, path: string, file: File) => Promise<string | null>
  readApp: () => Promise<ServerState | { failed: string }>
  readSource: (formId: string) => Promise<{ source: string; digest: string } | { failed: string }>
}
