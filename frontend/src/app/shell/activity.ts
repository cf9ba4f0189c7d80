// SPDX-License-Identifier: Apache-2.0

const key = 'baraza.active'

/** When the reader last did something, in any of her tabs. */
export function lastActive(): number {
  return Number(localStorage.getItem(key) ?? 0)
}

export function stayActive(): void {
  localStorage.setItem(key, String(Date.now()))
}
