// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Stack, Text } from '@mantine/core'
import { Link, useSearchParams } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import classes from './Dictionary.module.css'

type Props = {
  types: readonly { name: string; deprecated: boolean }[]
  chosen: string | undefined
  deprecated: boolean
  waiting: boolean
  /** Where the next page begins. */
  next: string | null
}

/** The types of cases; the chosen one stands in the address. */
export function TypeList({ types, chosen, deprecated, waiting, next }: Props) {
  const t = useT()
  const filters = useFilters()
  const [params] = useSearchParams()
  const withParam = (name: string, value: string | null) => {
    const changed = new URLSearchParams(params)
    changed.delete(name)
    if (value) changed.set(name, value)
    return `?${changed}`
  }
  return (
    <Panel title={t('dictionary.types')}>
      <Stack gap="sm">
        <nav aria-label={t('dictionary.types')}>
          <ul className={classes['types']}>
            {types.map(({ name, deprecated: old }) => (
              <li key={name}>
                <Link
                  to={withParam('type', name)}
                  aria-current={name === chosen ? 'true' : undefined}
                >
                  {name}
                  {old && (
                    <Text span size="xs" c="dimmed">
                      {' '}
                      {t('dictionary.deprecated')}
                    </Text>
                  )}
                </Link>
              </li>
            ))}
            {params.get('from') && (
              <li>
                <Link to={withParam('from', null)}>{t('dictionary.first')}</Link>
              </li>
            )}
            {next && (
              <li>
                <Link to={withParam('from', next)}>{t('dictionary.next')}</Link>
              </li>
            )}
          </ul>
        </nav>
        {waiting && <Text c="dimmed">{t('state.loading')}</Text>}
        <Checkbox
          label={t('dictionary.showDeprecated')}
          checked={deprecated}
          onChange={(event) =>
            filters.set('deprecated', event.currentTarget.checked ? 'yes' : null)
          }
        />
      </Stack>
    </Panel>
  )
}
