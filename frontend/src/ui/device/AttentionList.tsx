// SPDX-License-Identifier: Apache-2.0
import { Group } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Status } from '../Status.tsx'
import { attentions, inOrder, type Attention } from './attention.ts'

type Props = {
  device: { attention: readonly Attention[]; unsentForms: number; quarantinedForms: number }
}

/** Why somebody should look after a device, with how many forms wait there; a dash when nothing is wrong. */
export function AttentionList({ device }: Props) {
  const t = useT()
  const { attention, unsentForms, quarantinedForms } = device
  if (attention.length === 0) return '—'
  const label = (reason: Attention) => {
    if (reason === 'UNSENT_FORMS') return t('devices.unsent', { count: unsentForms })
    if (reason === 'QUARANTINED_FORMS') return t('devices.quarantined', { count: quarantinedForms })
    return t(attentions[reason].label)
  }
  return (
    <Group gap={6} component="span">
      {inOrder(attention).map((reason) => (
        <Status key={reason} tone={attentions[reason].tone} label={label(reason)} />
      ))}
    </Group>
  )
}
