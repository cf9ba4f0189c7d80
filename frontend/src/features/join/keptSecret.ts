// SPDX-License-Identifier: Apache-2.0

const key = (invitation: string) => `baraza.join.${invitation}`

/**
 * The secret of a link, kept in this tab while its reader signs in: it belongs behind the `#`, and in no address that a
 * server sees.
 */
export function keptSecret(invitation: string, hash: string): string {
  const shown = hash.slice(1)
  if (shown) sessionStorage.setItem(key(invitation), shown)
  return shown || (sessionStorage.getItem(key(invitation)) ?? '')
}

export function forgetSecret(invitation: string): void {
  sessionStorage.removeItem(key(invitation))
}
