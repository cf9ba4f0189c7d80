// SPDX-License-Identifier: Apache-2.0
import type { Chosen } from './ChosenList.tsx'

/** The primary location after a change: the present one while it is listed, else the first. */
export function primaryOf(locations: readonly Chosen[], wanted: string): string {
  return locations.some(({ value }) => value === wanted) ? wanted : (locations[0]?.value ?? '')
}
