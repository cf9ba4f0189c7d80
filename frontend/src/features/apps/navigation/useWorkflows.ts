// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'

/** Where a form can lead by itself (spec 10, 8). */
export function useWorkflows(): { value: string; label: string }[] {
  const t = useT()
  return [
    { value: 'default', label: t('form.after.default') },
    { value: 'root', label: t('form.after.root') },
    { value: 'parent_module', label: t('form.after.parent') },
    { value: 'module', label: t('form.after.module') },
    { value: 'previous_screen', label: t('form.after.previous') },
  ]
}
