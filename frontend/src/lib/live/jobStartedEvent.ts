// SPDX-License-Identifier: Apache-2.0

/** Sent to the window when the reader has started a job, so that the tray shows it at once. */
export const jobStartedEvent = 'baraza:jobStarted'

export function announceJob(): void {
  globalThis.dispatchEvent(new Event(jobStartedEvent))
}
