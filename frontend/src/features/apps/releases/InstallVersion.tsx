// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Code, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { CopyText } from '../../../ui/CopyText.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { QrCode } from '../../../ui/QrCode.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import type { Version } from './ReleasesPage.tsx'

type Props = {
  version: Version
  profiles: { id: string; name: string }[]
  onClose: () => void
}

/** What a phone scans or opens to get the version (spec 11, 11). */
export function InstallVersion({ version, profiles, onClose }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [media, setMedia] = useState(false)
  const [profileId, setProfileId] = useState('')
  const files = `${location.origin}/a/${project}/apps/download/${version.buildId}`
  const query = profileId ? `?profile=${profileId}` : ''
  const profile = `${files}/${media ? 'media_profile' : 'profile'}.ccpr${query}`
  const short = `${location.origin}/a/${project}/i/${version.installCode}${media ? '/media' : ''}`
  const archive = new URLSearchParams({
    ...(profileId && { profile: profileId }),
    ...(media && { include_multimedia: 'true' }),
  }).toString()
  return (
    <Dialog title={t('install.version', { number: version.number })} onClose={onClose}>
      <Stack>
        <Text>{t('install.text')}</Text>
        <QrCode text={profile} label={t('install.code')} />
        {profiles.length > 0 && (
          <SelectField
            label={t('install.profile')}
            options={[
              { value: '', label: t('install.profile.none') },
              ...profiles.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={profileId}
            onChange={setProfileId}
          />
        )}
        <Checkbox
          label={t('install.media')}
          checked={media}
          onChange={(event) => setMedia(event.currentTarget.checked)}
        />
        <Code block>{profile}</Code>
        <CopyText value={profile} label={t('action.copy')} variant="default" />
        {!profileId && (
          <>
            <Text size="sm">{t('install.short')}</Text>
            <Code block>{short}</Code>
            <CopyText value={short} label={t('install.short.copy')} variant="default" />
          </>
        )}
        <Text size="sm">
          <a href={`${files}/CommCare.ccz${archive && `?${archive}`}`}>{t('install.ccz')}</a>
        </Text>
      </Stack>
    </Dialog>
  )
}
