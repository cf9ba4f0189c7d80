// SPDX-License-Identifier: Apache-2.0
import { Group } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Status } from '../Status.tsx'
import { attentions, inOrder, type Attention } from './attention.ts'

/** Why somebody should look after a device; a dash when nothing is wrong. */
export function AttentionList({ found }: { found: readonly Attention[] }) {
  const t = useT()
  if (found.length === 0) return '—'
  return (
    <Group gap={6} component="span">
      {inOrder(found).map((reason) => (
        <Status key={reason} tone={attentions[reason].tone} label={t(attentions[reason].label)} />
      ))}
    </Group>
  )
}
