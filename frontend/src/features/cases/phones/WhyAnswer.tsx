// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { ChainStep } from './ChainStep.tsx'
import classes from './WhyAnswer.module.css'
import type { Why } from './whyQuery.ts'

const against: Partial<Record<Why['reason'], MessageKey>> = {
  DELETED: 'casePhones.deleted',
  CLOSED: 'casePhones.closed',
  NO_OPEN_HOST: 'casePhones.noHost',
  NOT_HERS: 'casePhones.notHers',
}

/** Whether the case belongs on the phone, and the cases that lead to it, one below the other. */
export function WhyAnswer({ why, name }: { why: Why; name: string }) {
  const t = useT()
  const { belongs, reason, chain, phones } = why
  const [last] = phones
  const reasonAgainst = against[reason]
  return (
    <Stack gap="sm">
      <Text fw={600}>{t(belongs ? 'casePhones.belongs' : 'casePhones.belongsNot', { name })}</Text>
      {reasonAgainst && <Text>{t(reasonAgainst)}</Text>}
      {chain.length > 0 && (
        <ol className={classes['chain']} aria-label={t('casePhones.chain')}>
          {chain.map((step) => (
            <ChainStep key={step.caseId} step={step} />
          ))}
        </ol>
      )}
      {last && last.holds !== belongs && (
        <Text c="dimmed">{t(belongs ? 'casePhones.arrives' : 'casePhones.leaves')}</Text>
      )}
      {!last && belongs && <Text c="dimmed">{t('casePhones.arrives')}</Text>}
    </Stack>
  )
}
