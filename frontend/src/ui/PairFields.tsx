// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Stack, TextInput } from '@mantine/core'
import { useT } from '../lib/i18n/I18nContext.tsx'
import { newPair, type Pair } from '../lib/text/pairs.ts'
import classes from './PairFields.module.css'

type Props = { legend: string; pairs: Pair[]; onChange: (pairs: Pair[]) => void }

/** Names with their values, as many as the reader wants. */
export function PairFields({ legend, pairs, onChange }: Props) {
  const t = useT()
  const change = (key: string, part: Partial<Pair>) =>
    onChange(pairs.map((pair) => (pair.key === key ? { ...pair, ...part } : pair)))
  return (
    <Stack component="fieldset" gap="sm" bd={0} p={0} m={0} miw={0}>
      <legend>{legend}</legend>
      {pairs.map((pair, index) => (
        <div key={pair.key} className={classes['pair']}>
          <TextInput
            aria-label={t('pairs.name', { number: index + 1 })}
            placeholder={t('pairs.namePlaceholder')}
            value={pair.name}
            onChange={(event) => change(pair.key, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={t('pairs.value', { number: index + 1 })}
            placeholder={t('pairs.valuePlaceholder')}
            value={pair.value}
            onChange={(event) => change(pair.key, { value: event.currentTarget.value })}
          />
          <CloseButton
            aria-label={t('pairs.remove', { number: index + 1 })}
            onClick={() => onChange(pairs.filter(({ key }) => key !== pair.key))}
          />
        </div>
      ))}
      <div>
        <Button variant="default" size="xs" onClick={() => onChange([...pairs, newPair('', '')])}>
          {t('pairs.add')}
        </Button>
      </div>
    </Stack>
  )
}
