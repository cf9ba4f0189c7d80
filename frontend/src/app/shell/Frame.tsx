// SPDX-License-Identifier: Apache-2.0
import { useDisclosure } from '@mantine/hooks'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { CurrentProject } from '../../lib/project/ProjectContext.tsx'
import { useShortcuts } from '../keys/useShortcuts.ts'
import classes from './Frame.module.css'
import { Rail } from './Rail.tsx'
import { TopBar } from './TopBar.tsx'

const Palette = lazy(async () => ({ default: (await import('../palette/Palette.tsx')).Palette }))
const KeysDialog = lazy(async () => ({
  default: (await import('../keys/KeysDialog.tsx')).KeysDialog,
}))

type Props = { current: CurrentProject | null; children: ReactNode }

/** The frame around every page: top bar, left rail, palette and the list of keys. */
export function Frame({ current, children }: Props) {
  const t = useT()
  const [paletteOpen, palette] = useDisclosure(false)
  const [keysOpen, keys] = useDisclosure(false)
  const { pathname } = useLocation()
  // On a narrow screen the rail stays open only on the page where it was opened.
  const [railOpenAt, setRailOpenAt] = useState<string | null>(null)
  const railOpen = railOpenAt === pathname
  useShortcuts(current, { openPalette: palette.open, openKeys: keys.open })
  return (
    <div className={classes['frame']} data-rail={current ? true : undefined}>
      <a href="#content" className={classes['skip']}>
        {t('shell.skip')}
      </a>
      <TopBar
        current={current}
        railOpen={railOpen}
        onRail={() => setRailOpenAt(railOpen ? null : pathname)}
        onSearch={palette.open}
        onKeys={keys.open}
      />
      {current && (
        <nav
          className={classes['rail']}
          data-open={railOpen || undefined}
          aria-label={t('shell.screens')}
        >
          <Rail project={current} />
        </nav>
      )}
      <main id="content" tabIndex={-1} className={classes['main']}>
        {children}
      </main>
      <Suspense>
        {paletteOpen && <Palette project={current} onClose={palette.close} />}
        {keysOpen && <KeysDialog onClose={keys.close} />}
      </Suspense>
    </div>
  )
}
