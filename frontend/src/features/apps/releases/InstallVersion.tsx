// SPDX-License-Identifier: Apache-2.0
import { Code, Stack, Text } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { CopyText } from '../../../ui/CopyText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import type { Version } from './ReleasesPage.tsx'

type Props = { version: Version; onClose: () => void }

/** What a phone scans or opens to get the version (spec 11, 11). */
export function InstallVersion({ version, onClose }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const files = `${location.origin}/a/${project}/apps/download/${version.buildId}`
  const profile = `${files}/profile.ccpr`
  return (
    <Dialog title={t('install.version', { number: version.number })} onClose={onClose}>
      <Stack>
        <Text>{t('install.text')}</Text>
        <QrCode text={profile} label={t('install.code')} />
        <Code block>{profile}</Code>
        <CopyText value={profile} label={t('action.copy')} variant="default" />
        <Text size="sm">
          <a href={`${files}/CommCare.ccz`}>{t('install.ccz')}</a>
        </Text>
      </Stack>
    </Dialog>
  )
}
