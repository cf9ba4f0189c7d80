// SPDX-License-Identifier: Apache-2.0
import { useLocation, useSearchParams } from 'react-router'

export type Paging = {
  size: number
  page: number
  after: string | null
  /** False when the page was opened by its address: then only the first page is known. */
  knowsPrevious: boolean
  toNext: (endCursor: string) => void
  toPrevious: () => void
}

/** The place in a list, kept in the address; the way back is kept in the browser's history. */
export function usePaging(size = 50): Paging {
  const [params, setParams] = useSearchParams()
  const location = useLocation()
  const trail = trailOf(location.state)
  const page = Math.max(1, Number(params.get('page')) || 1)
  const knowsPrevious = page <= 2 || trail.length === page - 1

  const go = (to: number, after: string | null, nextTrail: (string | null)[]) => {
    const next = new URLSearchParams(params)
    if (after) {
      next.set('after', after)
      next.set('page', String(to))
    } else {
      next.delete('after')
      next.delete('page')
    }
    setParams(next, { state: { trail: nextTrail } })
    globalThis.scrollTo({ top: 0 })
  }

  const after = params.get('after')
  return {
    size,
    page,
    after,
    knowsPrevious,
    toNext: (endCursor) => go(page + 1, endCursor, [...trail, after]),
    toPrevious: () => {
      const previous = trail.at(-1) ?? null
      if (page <= 2 || !previous) go(1, null, [])
      else go(page - 1, previous, trail.slice(0, -1))
    },
  }
}

function trailOf(state: unknown): (string | null)[] {
  const trail = (state as { trail?: unknown } | null)?.trail
  return Array.isArray(trail) ? (trail as (string | null)[]) : []
}
