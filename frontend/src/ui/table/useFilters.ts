// SPDX-License-Identifier: Apache-2.0
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

export type Filters = {
  get: (name: string) => string | null
  all: (name: string) => string[]
  /** Sets or, with null or nothing, clears a filter. Any change leads back to the first page. */
  set: (name: string, value: string | string[] | null) => void
  clear: (names: string[]) => void
}

/** Filters that stand in the address, so that a list can be sent to a colleague. */
export function useFilters(): Filters {
  const [params, setParams] = useSearchParams()
  const change = useCallback(
    (edit: (next: URLSearchParams) => void) =>
      setParams(
        (current) => {
          const next = new URLSearchParams(current)
          edit(next)
          next.delete('after')
          next.delete('page')
          return next
        },
        { replace: true },
      ),
    [setParams],
  )
  return {
    get: (name) => params.get(name),
    all: (name) => params.getAll(name),
    set: (name, value) =>
      change((next) => {
        next.delete(name)
        const values = typeof value === 'string' ? [value] : (value ?? [])
        for (const each of values) if (each) next.append(name, each)
      }),
    clear: (names) => change((next) => names.forEach((name) => next.delete(name))),
  }
}
