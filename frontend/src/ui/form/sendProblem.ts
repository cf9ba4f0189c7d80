// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../lib/i18n/languages.ts'
import type { Translator } from '../../lib/i18n/translator.ts'
import type { Problem } from './EditForm.tsx'

const known: Partial<Record<string, MessageKey>> = {
  UNREACHABLE: 'mutation.unreachable',
  FORBIDDEN: 'mutation.forbidden',
  FILE_MISSING: 'upload.fileMissing',
  FILE_TOO_LARGE: 'upload.tooLarge',
  NOT_A_WORKBOOK: 'upload.notExcel',
  TOO_MANY_JOBS: 'upload.tooManyJobs',
}

const ofTheFile = ['FILE_MISSING', 'FILE_TOO_LARGE', 'NOT_A_WORKBOOK']

/** Why the server did not take a file. */
export function sendProblem(
  t: Translator,
  { code, detail }: { code: string; detail: string | undefined },
): Problem {
  const word = known[code]
  return {
    field: ofTheFile.includes(code) ? 'file' : null,
    message: word ? t(word) : (detail ?? t('mutation.failed')),
  }
}
