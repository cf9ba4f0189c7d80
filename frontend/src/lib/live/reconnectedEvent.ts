// SPDX-License-Identifier: Apache-2.0

/** Sent to the window when a lost subscription is back; events of the meantime were missed. */
export const reconnectedEvent = 'baraza:reconnected'
