// SPDX-License-Identifier: Apache-2.0
import { Kbd, Switch } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { railEntries } from '../shell/railEntries.ts'
import { setSingleKeys, singleKeysOn } from './singleKeys.ts'

export function KeysDialog({ onClose }: { onClose: () => void }) {
  const t = useT()
  const [single, setSingle] = useState(singleKeysOn)
  const facts = [
    { label: t('keys.palette'), value: <Keys keys={['Ctrl', 'K']} /> },
    { label: t('keys.save'), value: <Keys keys={['Ctrl', 'S']} /> },
    { label: t('keys.show'), value: <Keys keys={['?']} /> },
    { label: t('keys.filter'), value: <Keys keys={['/']} /> },
    ...railEntries.map(({ label, key }) => ({
      label: t(label),
      value: <Keys keys={['g', key]} />,
    })),
  ]
  return (
    <Dialog title={t('keys.title')} onClose={onClose}>
      <FactList facts={facts} />
      <Switch
        mt="md"
        label={t('keys.single')}
        description={t('keys.singleHelp')}
        checked={single}
        onChange={(event) => {
          setSingle(event.currentTarget.checked)
          setSingleKeys(event.currentTarget.checked)
        }}
      />
    </Dialog>
  )
}

function Keys({ keys }: { keys: string[] }) {
  return keys.map((key, index) => (
    <span key={key}>
      {index > 0 && ' '}
      <Kbd>{key}</Kbd>
    </span>
  ))
}
