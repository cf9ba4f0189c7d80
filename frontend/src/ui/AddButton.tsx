// SPDX-License-Identifier: Apache-2.0
import { IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './AddButton.module.css'
import { Disclosure } from './Disclosure.tsx'

type Props = {
  label: string
  side?: 'start' | 'end'
  children: (close: () => void) => ReactNode
}

/** A button that opens a search for what is to be added. */
export function AddButton({ label, side = 'end', children }: Props) {
  return (
    <Disclosure
      side={side}
      className={classes['target']}
      button={
        <>
          <IconPlus size={14} aria-hidden />
          {label}
        </>
      }
    >
      {children}
    </Disclosure>
  )
}
