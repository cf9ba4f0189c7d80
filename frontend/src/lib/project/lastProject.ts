// SPDX-License-Identifier: Apache-2.0

const storageKey = 'baraza.lastProject'

export function readLastProject(): string | null {
  return localStorage.getItem(storageKey)
}

export function rememberLastProject(name: string): void {
  localStorage.setItem(storageKey, name)
}

export function forgetLastProject(): void {
  localStorage.removeItem(storageKey)
}
