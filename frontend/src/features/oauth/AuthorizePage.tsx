// SPDX-License-Identifier: Apache-2.0
import { useEffect } from 'react'
import { useLocation } from 'react-router'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'

/** Where the server sends whoever must sign in before a program may ask; leads back to the server with the same words. */
export function AuthorizePage() {
  const { search } = useLocation()
  useEffect(() => globalThis.location.replace(`/oauth/authorize/${search}`), [search])
  return <PageSkeleton />
}
