// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from 'react'

/** Takes the one component out of a screen's module. */
export function screen<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
) {
  return async () => ({ Component: (await load())[name] })
}
