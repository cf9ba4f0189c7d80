// SPDX-License-Identifier: Apache-2.0
import { createClient as createSseClient } from 'graphql-sse'
import {
  cacheExchange,
  Client,
  fetchExchange,
  mapExchange,
  subscriptionExchange,
  type CombinedError,
} from 'urql'
import { csrfFetch, csrfToken } from '../http/csrfFetch.ts'
import { reconnectedEvent } from '../live/reconnectedEvent.ts'
import { errorCode } from './errorCode.ts'

const endpoint = '/graphql'

type Options = { reader: string | undefined; onUnauthenticated: () => void }

/** The client of one reader; `reader` only marks whose answers its cache holds. */
export function createGraphQLClient({ onUnauthenticated }: Options): Client {
  const events = createSseClient({
    url: endpoint,
    credentials: 'same-origin',
    headers: () => ({ 'X-XSRF-TOKEN': csrfToken() }),
    retryAttempts: Number.POSITIVE_INFINITY,
    on: {
      connected: (reconnected) => {
        if (reconnected) globalThis.dispatchEvent(new Event(reconnectedEvent))
      },
    },
  })
  return new Client({
    url: endpoint,
    fetch: csrfFetch,
    preferGetMethod: false,
    exchanges: [
      mapExchange({
        onError: (error: CombinedError) => {
          if (errorCode(error) === 'UNAUTHENTICATED') onUnauthenticated()
        },
      }),
      cacheExchange,
      subscriptionExchange({
        forwardSubscription: (operation) => ({
          subscribe: (sink) => ({
            unsubscribe: events.subscribe(
              { query: operation.query ?? '', variables: operation.variables ?? {} },
              {
                next: (value) => sink.next(value as Parameters<typeof sink.next>[0]),
                error: (error) => sink.error(error),
                complete: () => sink.complete(),
              },
            ),
          }),
        }),
      }),
      fetchExchange,
    ],
  })
}
