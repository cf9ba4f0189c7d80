// SPDX-License-Identifier: Apache-2.0
import { Group, Stack, Text, Title } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useMaybeProject } from '../../lib/project/ProjectContext.tsx'
import classes from './Page.module.css'

type Props = {
  title: string
  /** One sentence: what the page is for. */
  purpose?: ReactNode
  /** Where the page belongs, for pages that are not in the rail. */
  parent?: ReactNode
  beside?: ReactNode
  actions?: ReactNode
  narrow?: boolean
  children: ReactNode
}

/** The one shape of all pages: title, purpose, actions at the top right, then the content. */
export function Page({ title, purpose, parent, beside, actions, narrow, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const project = useMaybeProject()?.displayName
  useEffect(() => {
    document.title = [title, project, 'Baraza'].filter(Boolean).join(' · ')
  }, [title, project])
  useEffect(() => {
    if (pageWasShown) heading.current?.focus({ preventScroll: true })
    pageWasShown = true
  }, [])
  return (
    <div className={classes['page']} data-narrow={narrow || undefined}>
      <header className={classes['head']}>
        <Stack gap={2} miw={0}>
          {parent && (
            <Text size="sm" c="dimmed">
              {parent}
            </Text>
          )}
          <Group gap="sm">
            <Title order={1} ref={heading} tabIndex={-1} className={classes['title'] ?? ''}>
              {title}
            </Title>
            {beside}
          </Group>
          {purpose && (
            <Text c="dimmed" component="div">
              {purpose}
            </Text>
          )}
        </Stack>
        {actions && <Group gap="sm">{actions}</Group>}
      </header>
      {children}
    </div>
  )
}

/** The first page of a visit leaves the focus where the browser put it. */
let pageWasShown = false
