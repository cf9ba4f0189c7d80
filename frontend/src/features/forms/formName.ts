// SPDX-License-Identifier: Apache-2.0
import type { Translator } from '../../lib/i18n/translator.ts'

/** What to call a form: its own name, else its namespace, else that it could not be read. */
export function formName(t: Translator, form: { name: string; xmlns: string }): string {
  return form.name || form.xmlns || t('form.unreadable')
}
