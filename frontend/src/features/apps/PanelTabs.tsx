// SPDX-License-Identifier: Apache-2.0
import { Tabs } from '@mantine/core'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'

export type PanelTab = { id: string; label: string; content: () => ReactNode }

/** Tabs of what is chosen in the tree; the open one stands in the address beside it. */
export function PanelTabs({ label, tabs }: { label: string; tabs: PanelTab[] }) {
  const [params, setParams] = useSearchParams()
  const first = tabs[0]?.id ?? ''
  const asked = params.get('tab')
  const open = tabs.some(({ id }) => id === asked) ? asked : first
  const go = (id: string | null) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before)
        if (id && id !== first) next.set('tab', id)
        else next.delete('tab')
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return (
    <Tabs value={open} onChange={go} keepMounted={false}>
      <Tabs.List aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Tab key={tab.id} value={tab.id}>
            {tab.label}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {tabs.map(({ id, content }) => (
        <Tabs.Panel key={id} value={id} pt="lg">
          {id === open && content()}
        </Tabs.Panel>
      ))}
    </Tabs>
  )
}
