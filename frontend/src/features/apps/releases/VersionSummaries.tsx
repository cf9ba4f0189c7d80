// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import type { Version } from './ReleasesPage.tsx'

type Props = { version: Version; languages: readonly string[]; onClose: () => void }

/** Workbooks of what is in a version (spec 10, 12). */
export function VersionSummaries({ version, languages, onClose }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [language, setLanguage] = useState(languages[0] ?? 'en')
  const of = (kind: 'form' | 'case' | 'app') =>
    `/a/${project}/apps/view/${version.buildId}/summary/${kind}/download/?lang=${language}`
  return (
    <Dialog title={t('summaries.version', { number: version.number })} onClose={onClose}>
      <Stack>
        <Text>{t('summaries.text')}</Text>
        {languages.length > 1 && (
          <SelectField
            label={t('summaries.language')}
            options={languages.map((code) => ({ value: code, label: code }))}
            value={language}
            onChange={setLanguage}
          />
        )}
        <a href={of('form')}>{t('summaries.form')}</a>
        <a href={of('case')}>{t('summaries.case')}</a>
        <a href={of('app')}>{t('summaries.app')}</a>
      </Stack>
    </Dialog>
  )
}
