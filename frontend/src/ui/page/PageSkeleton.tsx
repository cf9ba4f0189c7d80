// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import classes from './Page.module.css'

/** Stands in the place of a page while its code or its data comes. */
export function PageSkeleton() {
  const t = useT()
  return (
    <div className={classes['page']} aria-busy>
      <span className="visuallyHidden" role="status">
        {t('state.loading')}
      </span>
      <div>
        <Skeleton h={28} w={220} mb={12} />
        <Skeleton h={14} w="min(380px, 80%)" />
      </div>
      <Skeleton h={260} />
    </div>
  )
}
