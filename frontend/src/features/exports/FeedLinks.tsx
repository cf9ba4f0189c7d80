// SPDX-License-Identifier: Apache-2.0
import { Group } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import type { ExportRow } from './exportRow.ts'

type Props = { row: Pick<ExportRow, 'feedPaths'>; variant?: 'subtle' | 'default' }

/** The addresses of the tables of a feed, to be given to programs. */
export function FeedLinks({ row: { feedPaths }, variant }: Props) {
  const t = useT()
  return (
    <Group gap="xs">
      {feedPaths.map(({ label, path }) => (
        <CopyText
          key={path}
          value={`${globalThis.location.origin}${path}`}
          label={
            feedPaths.length > 1 ? t('feeds.copyLinkOf', { table: label }) : t('export.copyLink')
          }
          {...(variant && { variant })}
        />
      ))}
    </Group>
  )
}
