// SPDX-License-Identifier: Apache-2.0
import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useLiveRows } from './useLiveRows.ts'

type Row = { id: string; state: string }
const keyOf = ({ id }: Row) => id
const first: Row[] = [
  { id: 'a', state: 'NORMAL' },
  { id: 'b', state: 'NORMAL' },
]
const render = () =>
  renderHook(
    ({ rows }) => useLiveRows({ rows, keyOf, accepts: ({ state }) => state === 'NORMAL' }),
    { initialProps: { rows: first } },
  )

describe('live rows', () => {
  it('count a new row without moving the list, then mark it when it is brought in', () => {
    const { result, rerender } = render()
    const arrived = { id: 'c', state: 'NORMAL' }
    act(() => result.current.receive(arrived))
    act(() => result.current.receive(arrived))
    expect(result.current.freshCount).toBe(1)
    expect(result.current.rows).toEqual(first)
    act(() => result.current.bringIn())
    rerender({ rows: [arrived, ...first] })
    expect(result.current.freshCount).toBe(0)
    expect(result.current.justArrived(arrived)).toBe(true)
  })

  it('change a known row in its place', () => {
    const { result } = render()
    act(() => result.current.receive({ id: 'b', state: 'ARCHIVED' }))
    expect(result.current.freshCount).toBe(0)
    expect(result.current.rows?.map(({ state }) => state)).toEqual(['NORMAL', 'ARCHIVED'])
  })

  it('do not count what the filter would not show', () => {
    const { result } = render()
    act(() => result.current.receive({ id: 'd', state: 'ERROR' }))
    expect(result.current.freshCount).toBe(0)
  })
})
