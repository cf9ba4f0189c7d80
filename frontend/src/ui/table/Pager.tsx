// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Text } from '@mantine/core'
import { useFormat } from '../../lib/format/useFormat.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { Paging } from './usePaging.ts'

type Props = {
  paging: Paging
  shown: number
  total: number | undefined
  endCursor: string | null | undefined
  hasNextPage: boolean | undefined
}

/** Where the page stands in the whole list, and the way to its neighbours. */
export function Pager({ paging, shown, total, endCursor, hasNextPage }: Props) {
  const t = useT()
  const { number } = useFormat()
  if (total === undefined || total === 0) return null
  const from = (paging.page - 1) * paging.size + 1
  const range = { from: number(from), to: number(from + shown - 1), total: number(total) }
  return (
    <Group justify="space-between" component="nav" aria-label={t('pager.label')}>
      <Text size="sm" c="dimmed" className="numeric">
        {t('pager.range', range)}
      </Text>
      {(paging.page > 1 || hasNextPage) && (
        <Group gap="xs">
          <Button
            variant="default"
            size="sm"
            disabled={paging.page === 1}
            onClick={paging.toPrevious}
          >
            {paging.knowsPrevious ? t('pager.previous') : t('pager.first')}
          </Button>
          <Button
            variant="default"
            size="sm"
            disabled={!hasNextPage || !endCursor}
            onClick={() => endCursor && paging.toNext(endCursor)}
          >
            {t('pager.next')}
          </Button>
        </Group>
      )}
    </Group>
  )
}
