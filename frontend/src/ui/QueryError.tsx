// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Code, Stack, Text } from '@mantine/core'
import type { CombinedError } from 'urql'
import { errorCode, traceId } from '../lib/graphql/errorCode.ts'
import { useT } from '../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../lib/i18n/languages.ts'

const texts: Partial<Record<string, [MessageKey, MessageKey]>> = {
  FORBIDDEN: ['error.forbidden.title', 'error.forbidden.text'],
  UNREACHABLE: ['error.unreachable.title', 'error.unreachable.text'],
}

/** What happened, what was kept, what to do, and the number under which the server's log has it. */
export function QueryError({ error, onRetry }: { error: CombinedError; onRetry?: () => void }) {
  const t = useT()
  const [title, text] = texts[errorCode(error)] ?? ['error.internal.title', 'error.internal.text']
  const trace = traceId(error)
  return (
    <Alert variant="outline" color="red" title={t(title)} role="alert">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t(text)}</Text>
        {trace && (
          <Text size="sm">
            {t('error.trace')} <Code>{trace}</Code>
          </Text>
        )}
        {onRetry && (
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('action.tryAgain')}
          </Button>
        )}
      </Stack>
    </Alert>
  )
}
