// SPDX-License-Identifier: Apache-2.0

export type Toast = { id: string; message: string; onUndo?: () => void }

const shownMillis = 12_000

let current: readonly Toast[] = []
const listeners = new Set<() => void>()

function change(next: readonly Toast[]): void {
  current = next
  for (const listener of listeners) listener()
}

/** Says what was done; with `onUndo`, offers to take it back. */
export function showToast(message: string, onUndo?: () => void): void {
  const id = crypto.randomUUID()
  change([...current.slice(-2), { id, message, ...(onUndo && { onUndo }) }])
  setTimeout(() => hideToast(id), shownMillis)
}

export function hideToast(id: string): void {
  change(current.filter((toast) => toast.id !== id))
}

export function listenToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function currentToasts(): readonly Toast[] {
  return current
}
