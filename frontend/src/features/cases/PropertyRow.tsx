// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Origin, type ProvenanceFragment } from './Origin.tsx'
import classes from './PropertiesTab.module.css'

type Props = {
  name: string
  value: string
  provenance: FragmentOf<typeof ProvenanceFragment> | undefined
  /** False until the server said where the properties come from. */
  known: boolean
}

export function PropertyRow({ name, value, provenance, known }: Props) {
  const t = useT()
  const [open, setOpen] = useState(false)
  const originId = useId()
  return (
    <li className={classes['row']}>
      <UnstyledButton
        className={classes['button'] ?? ''}
        aria-expanded={open}
        aria-controls={originId}
        title={t('origin.show')}
        onClick={() => setOpen(!open)}
      >
        <span className={classes['name']}>{name}</span>
        <span className={classes['value']}>{value || t('changes.empty')}</span>
        <IconChevronRight size={16} className={classes['chevron']} aria-hidden />
      </UnstyledButton>
      <div id={originId} hidden={!open} className={classes['origin']}>
        {open && provenance && <Origin provenance={provenance} />}
        {open && !provenance && (known ? t('origin.unknown') : t('state.loading'))}
      </div>
    </li>
  )
}
