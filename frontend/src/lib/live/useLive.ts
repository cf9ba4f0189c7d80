// SPDX-License-Identifier: Apache-2.0
import { useDocumentVisibility, useWindowEvent } from '@mantine/hooks'
import { useEffect, useRef } from 'react'
import { useClient, type AnyVariables, type TypedDocumentNode } from 'urql'
import { reconnectedEvent } from './reconnectedEvent.ts'

type Live<Data, Variables extends AnyVariables> = {
  query: TypedDocumentNode<Data, Variables>
  variables: Variables
  onData: (data: Data) => void
  /** The reader, or the connection, came back; events of the meantime were missed. */
  onReturn: () => void
}

/** Listens to a subscription while the tab can be seen, so that hidden tabs hold no connection. */
export function useLive<Data, Variables extends AnyVariables>(live: Live<Data, Variables>): void {
  const client = useClient()
  const visible = useDocumentVisibility() !== 'hidden'
  const wasHidden = useRef(false)
  const latest = useRef(live)
  useEffect(() => {
    latest.current = live
  })
  useEffect(() => {
    if (visible && wasHidden.current) latest.current.onReturn()
    wasHidden.current = !visible
  }, [visible])
  useWindowEvent(reconnectedEvent, () => latest.current.onReturn())
  const { query } = live
  const variables = JSON.stringify(live.variables)
  useEffect(() => {
    if (!visible) return
    const listening = client
      .subscription(query, JSON.parse(variables) as Variables)
      .subscribe(({ data }) => {
        if (data) latest.current.onData(data)
      })
    return () => listening.unsubscribe()
  }, [client, query, variables, visible])
}
