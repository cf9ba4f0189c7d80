// SPDX-License-Identifier: Apache-2.0
import { Stack, Text, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import classes from './CardPage.module.css'

type Props = { title: string; purpose?: string; children: ReactNode }

/** A page for somebody who is not signed in. */
export function CardPage({ title, purpose, children }: Props) {
  useEffect(() => {
    document.title = `${title} · Baraza`
  }, [title])
  return (
    <main className={classes['page']}>
      <div className={classes['card']}>
        <Stack gap="lg">
          <div>
            <img src="/app/mark.svg" alt="" width={44} height={44} />
            <Title order={1} className={classes['title'] ?? ''}>
              {title}
            </Title>
            {purpose && <Text c="dimmed">{purpose}</Text>}
          </div>
          {children}
        </Stack>
      </div>
    </main>
  )
}
