// SPDX-License-Identifier: Apache-2.0
import { Tabs } from '@mantine/core'
import { useEffect, useRef, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import classes from './AddressTabs.module.css'

export type AddressTab = { id: string; label: string; content: () => ReactNode }

/** Tabs whose open one stands in the address; the first is the one without a name there. */
export function AddressTabs({ label, tabs }: { label: string; tabs: AddressTab[] }) {
  const [params, setParams] = useSearchParams()
  const first = tabs[0]?.id ?? ''
  const asked = params.get('tab')
  const open = tabs.some(({ id }) => id === asked) ? asked : first
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Scrolls the list alone; the page stays where it is.
    const tab = list.current?.querySelector<HTMLElement>(`[id$="-tab-${open}"]`)
    if (tab && list.current) {
      const room = list.current.clientWidth - tab.offsetWidth
      list.current.scrollLeft = tab.offsetLeft - room / 2
    }
  }, [open])
  return (
    <Tabs
      value={open}
      onChange={(id) =>
        setParams(id && id !== first ? { tab: id } : {}, {
          replace: true,
          preventScrollReset: true,
        })
      }
      keepMounted={false}
      classNames={{ list: classes['list'] ?? '', tab: classes['tab'] ?? '' }}
    >
      <Tabs.List ref={list} aria-label={label}>
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
