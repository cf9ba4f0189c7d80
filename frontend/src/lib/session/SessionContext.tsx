// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext } from 'react'
import type { SessionUser } from './sessionApi.ts'

export type SessionState = {
  user: SessionUser | null
  /** Takes over the user that the server named after a sign-in. */
  signedIn: (user: SessionUser) => void
  signOut: () => Promise<void>
}

export const SessionContext = createContext<SessionState | null>(null)

export function useSession(): SessionState {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession needs a SessionProvider above it')
  return session
}
