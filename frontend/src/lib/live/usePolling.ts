// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from 'react'

type Polling = {
  read: () => void
  /** Nothing is asked while false. */
  active: boolean
  everyMillis: number
}

const seen = () => document.visibilityState === 'visible'

/** Reads again and again while something moves and the tab can be seen, and once when the reader comes back to it. */
export function usePolling({ read, active, everyMillis }: Polling): void {
  const latest = useRef(read)
  useEffect(() => {
    latest.current = read
  })
  useEffect(() => {
    const onReturn = () => seen() && latest.current()
    document.addEventListener('visibilitychange', onReturn)
    return () => document.removeEventListener('visibilitychange', onReturn)
  }, [])
  useEffect(() => {
    if (!active) return
    const timer = setInterval(() => seen() && latest.current(), everyMillis)
    return () => clearInterval(timer)
  }, [active, everyMillis])
}
