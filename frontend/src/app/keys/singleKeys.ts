// SPDX-License-Identifier: Apache-2.0

const storageKey = 'baraza.singleKeys'

/** Keys without Ctrl or ⌘ can disturb people who speak to their computer, so they can be off. */
export function singleKeysOn(): boolean {
  return localStorage.getItem(storageKey) !== 'off'
}

export function setSingleKeys(on: boolean): void {
  localStorage.setItem(storageKey, on ? 'on' : 'off')
}
