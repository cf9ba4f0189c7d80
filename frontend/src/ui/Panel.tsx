// SPDX-License-Identifier: Apache-2.0
import { Group, Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './Panel.module.css'

type Props = {
  title?: ReactNode
  aside?: ReactNode
  flush?: boolean
  spaced?: boolean
  children: ReactNode
}

/** A bordered piece of a page. `flush` lets a table reach the border, `spaced` keeps fields apart. */
export function Panel({ title, aside, flush = false, spaced, children }: Props) {
  const titleId = useId()
  return (
    <section
      className={classes['panel']}
      data-flush={flush || undefined}
      data-spaced={spaced || undefined}
      aria-labelledby={title ? titleId : undefined}
    >
      {(title || aside) && (
        <Group justify="space-between" className={classes['head']}>
          {title && (
            <Title order={2} id={titleId} fz={15}>
              {title}
            </Title>
          )}
          {aside}
        </Group>
      )}
      {children}
    </section>
  )
}
