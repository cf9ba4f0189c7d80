// SPDX-License-Identifier: Apache-2.0
import { useCallback, useMemo, useState } from 'react'

type Options<Row> = {
  /** The rows that the server answered. */
  rows: Row[] | undefined
  keyOf: (row: Row) => string
  /** Would the row stand in this list? */
  accepts: (row: Row) => boolean
}

export type LiveRows<Row> = {
  /** The answered rows, each as it is now; their order stays. */
  rows: Row[] | undefined
  /** How many rows of the list are not shown yet. */
  freshCount: number
  receive: (row: Row) => void
  /** To be called when the list is read again: what was fresh becomes marked as just arrived. */
  bringIn: () => void
  justArrived: (row: Row) => boolean
}

/** Keeps a list still while the world changes: known rows change in place, new ones are counted. */
export function useLiveRows<Row>({ rows, keyOf, accepts }: Options<Row>): LiveRows<Row> {
  const [received, setReceived] = useState<ReadonlyMap<string, Row>>(new Map())
  const [arrived, setArrived] = useState<ReadonlySet<string>>(new Set())
  const shown = useMemo(() => new Set(rows?.map(keyOf)), [rows, keyOf])
  const fresh = [...received].filter(([key, row]) => rows && !shown.has(key) && accepts(row))
  const receive = useCallback(
    (row: Row) => setReceived((known) => new Map(known).set(keyOf(row), row)),
    [keyOf],
  )
  return {
    rows: useMemo(
      () => rows?.map((row) => received.get(keyOf(row)) ?? row),
      [rows, received, keyOf],
    ),
    freshCount: fresh.length,
    receive,
    bringIn: () => {
      setArrived(new Set(fresh.map(([key]) => key)))
      setReceived(new Map())
    },
    justArrived: (row) => arrived.has(keyOf(row)),
  }
}
