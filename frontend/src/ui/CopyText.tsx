// SPDX-License-Identifier: Apache-2.0
import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useT } from '../lib/i18n/I18nContext.tsx'

type Props = { value: string; label: string; variant?: 'subtle' | 'default' }

export function CopyText({ value, label, variant = 'subtle' }: Props) {
  const t = useT()
  return (
    <CopyButton value={value} timeout={2000}>
      {({ copied, copy }) => (
        <Button
          size={variant === 'default' ? 'sm' : 'compact-sm'}
          variant={variant}
          onClick={copy}
          leftSection={
            copied ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />
          }
        >
          <span aria-live="polite">{copied ? t('action.copied') : label}</span>
        </Button>
      )}
    </CopyButton>
  )
}
