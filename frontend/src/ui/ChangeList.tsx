// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../lib/i18n/I18nContext.tsx'
import classes from './ChangeList.module.css'

type Change = { name: string; before: string | null; after: string | null }

const shortList = 8

/** Properties with their former and their new value. */
export function ChangeList({ changes }: { changes: Change[] }) {
  const t = useT()
  const [all, setAll] = useState(false)
  if (changes.length === 0) return <p className={classes['none']}>{t('changes.none')}</p>
  const shown = all ? changes : changes.slice(0, shortList)
  return (
    <>
      <dl className={classes['list']}>
        {shown.map(({ name, before, after }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {before !== null && (
                <>
                  <span className="visuallyHidden">{t('changes.before')}</span>
                  <del>{before || t('changes.empty')}</del>
                  <span aria-hidden> → </span>
                  <span className="visuallyHidden">{t('changes.after')}</span>
                </>
              )}
              <ins>{after || t('changes.empty')}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {!all && changes.length > shortList && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          {t('changes.more', { count: changes.length - shortList })}
        </Button>
      )}
    </>
  )
}
