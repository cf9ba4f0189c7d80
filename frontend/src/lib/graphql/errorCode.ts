// SPDX-License-Identifier: Apache-2.0
import type { CombinedError } from 'urql'

export type ErrorCode =
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_REQUEST' | 'INTERNAL_ERROR' | 'UNREACHABLE'

/** One code for everything that can go wrong with a GraphQL call. */
export function errorCode(error: CombinedError): ErrorCode {
  const status = (error.response as Response | undefined)?.status
  if (status === 401) return 'UNAUTHENTICATED'
  if (status === 403) return 'FORBIDDEN'
  if (error.networkError) return 'UNREACHABLE'
  const code = error.graphQLErrors[0]?.extensions['code']
  return typeof code === 'string' ? (code as ErrorCode) : 'INTERNAL_ERROR'
}

/** The id under which the server's log holds the failure, where it gave one. */
export function traceId(error: CombinedError): string | undefined {
  const id = error.graphQLErrors[0]?.extensions['traceId']
  return typeof id === 'string' ? id : undefined
}
