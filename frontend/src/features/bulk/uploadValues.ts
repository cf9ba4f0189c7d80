// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'

export type UploadValues = { file: File | null; checkOnly: boolean; replace: boolean }

export const nothingChosen: UploadValues = { file: null, checkOnly: false, replace: false }

/** As the server has it. */
export const mostBytes = 50 * 1024 * 1024

/** What is wrong with a file, as far as it can be told before it is sent. */
export function problemOfFile(file: Pick<File, 'name' | 'size'> | null): MessageKey | null {
  if (!file) return 'upload.fileMissing'
  if (!file.name.toLowerCase().endsWith('.xlsx')) return 'upload.notExcel'
  return file.size > mostBytes ? 'upload.tooLarge' : null
}
