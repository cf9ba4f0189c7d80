// SPDX-License-Identifier: Apache-2.0
import { IconArrowUp } from '@tabler/icons-react'
import { Button } from '@mantine/core'
import { useT } from '../lib/i18n/I18nContext.tsx'

type Props = { count: number; onShow: () => void }

/** A quiet count of what arrived since the list was read; brings it in when the reader wants it. */
export function FreshButton({ count, onShow }: Props) {
  const t = useT()
  return (
    <span role="status" style={{ display: 'contents' }}>
      {count > 0 && (
        <Button
          size="xs"
          variant="light"
          leftSection={<IconArrowUp size={14} aria-hidden />}
          onClick={onShow}
        >
          {t('live.fresh', { count })}
        </Button>
      )}
    </span>
  )
}
