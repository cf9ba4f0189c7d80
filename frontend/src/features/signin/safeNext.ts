// SPDX-License-Identifier: Apache-2.0

/** Where to go after signing in; only addresses of this app are followed. */
export function safeNext(next: string | null): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/'
}
