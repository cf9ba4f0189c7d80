// SPDX-License-Identifier: Apache-2.0
import { Alert, Code, Stack, Text } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { CopyText } from '../../ui/CopyText.tsx'

export type MadeSecret = { name: string; clientId: string; secret: string | null }

type Props = { made: MadeSecret; onClose: () => void }

/** A program's id, and its secret, which nobody can read again later. */
export function SecretOnce({ made: { name, clientId, secret }, onClose }: Props) {
  const t = useT()
  return (
    <Alert
      variant="outline"
      title={t('oauth.made.title', { name })}
      role="status"
      withCloseButton
      closeButtonLabel={t('action.close')}
      onClose={onClose}
    >
      <Stack gap="xs" align="flex-start">
        <Text size="sm">{t('oauth.clientId')}</Text>
        <Code fz={14}>{clientId}</Code>
        {secret && (
          <>
            <Text size="sm">
              {t('oauth.secret')} {t('oauth.made.once')}
            </Text>
            <Code fz={14} style={{ overflowWrap: 'anywhere' }}>
              {secret}
            </Code>
            <CopyText value={secret} label={t('action.copy')} variant="default" />
          </>
        )}
      </Stack>
    </Alert>
  )
}
