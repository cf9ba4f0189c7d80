// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core'
import { useClickOutside } from '@mantine/hooks'
import { Suspense, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import classes from './Disclosure.module.css'

type Props = {
  /** Needed where the button's own text does not say enough. */
  label?: string
  button: ReactNode
  /** From which edge of the button the panel grows, and whether it needs room. */
  side: 'start' | 'end' | 'end-wide'
  className?: string | undefined
  children: (close: () => void) => ReactNode
}

/** A button that shows a panel below itself. Escape, or a click elsewhere, hides it again. */
export function Disclosure({ label, button, side, className, children }: Props) {
  const [open, setOpen] = useState(false)
  const target = useRef<HTMLButtonElement>(null)
  const outside = useClickOutside(() => setOpen(false))
  const close = () => {
    setOpen(false)
    target.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) close()
  }
  return (
    // The key is handled here for everything inside.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={outside} className={classes['disclosure']} onKeyDown={onKeyDown}>
      <UnstyledButton
        ref={target}
        className={className ?? ''}
        aria-label={label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        {button}
      </UnstyledButton>
      {open && (
        <div className={classes['panel']} data-side={side}>
          {/* `close` reads the ref only when the reader acts. */}
          {/* oxlint-disable-next-line react/refs */}
          <Suspense>{children(close)}</Suspense>
        </div>
      )}
    </div>
  )
}
