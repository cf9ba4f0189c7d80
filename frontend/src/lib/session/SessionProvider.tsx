// SPDX-License-Identifier: Apache-2.0
import { useMemo, useState, type ReactNode } from 'react'
import { Provider as GraphQLProvider } from 'urql'
import { createGraphQLClient } from '../graphql/client.ts'
import { SessionContext, type SessionState } from './SessionContext.tsx'
import { signOut, type SessionUser } from './sessionApi.ts'

type Props = { initialUser: SessionUser | null; children: ReactNode }

/** Holds who is signed in. Every sign-in gets a client of its own, so no data outlives its reader. */
export function SessionProvider({ initialUser, children }: Props) {
  const [user, setUser] = useState(initialUser)
  const userId = user?.userId
  const client = useMemo(
    () => createGraphQLClient({ reader: userId, onUnauthenticated: () => setUser(null) }),
    [userId],
  )
  const session = useMemo<SessionState>(
    () => ({
      user,
      signedIn: setUser,
      signOut: async () => {
        await signOut()
        if (user?.signOutPath) globalThis.location.assign(user.signOutPath)
        else setUser(null)
      },
    }),
    [user],
  )
  return (
    <SessionContext.Provider value={session}>
      <GraphQLProvider value={client}>{children}</GraphQLProvider>
    </SessionContext.Provider>
  )
}
