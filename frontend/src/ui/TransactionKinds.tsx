// SPDX-License-Identifier: Apache-2.0
import { Text } from '@mantine/core'
import { useI18n } from '../lib/i18n/I18nContext.tsx'
import type { graphql } from '../lib/graphql/graphql.ts'
import type { MessageKey } from '../lib/i18n/languages.ts'

type Kind = ReturnType<typeof graphql.scalar<'CaseTransactionKind'>>

const labels: Record<Kind, MessageKey | null> = {
  FORM: null,
  CREATE: 'transaction.create',
  UPDATE: 'transaction.update',
  CLOSE: 'transaction.close',
  INDEX: 'transaction.index',
  ATTACHMENT: 'transaction.attachment',
  LEDGER: 'transaction.ledger',
  REBUILD: 'transaction.rebuild',
  DELETE: 'transaction.delete',
}

/** What a transaction did, in words: "Created, updated". */
export function TransactionKinds({ kinds }: { kinds: readonly Kind[] }) {
  const { t, locale } = useI18n()
  const words = kinds.flatMap((kind) => labels[kind] ?? []).map((key) => t(key))
  if (words.length === 0) words.push(t('transaction.touched'))
  return (
    <Text span size="sm" c="dimmed">
      {new Intl.ListFormat(locale, { type: 'conjunction' }).format(words)}
    </Text>
  )
}
