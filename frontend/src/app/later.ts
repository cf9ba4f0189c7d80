// SPDX-License-Identifier: Apache-2.0
import { loadLaterMessages } from '../lib/i18n/languages.ts'
import type { laterScreens } from './laterScreens.ts'

type Screens = typeof laterScreens

/** The code of a screen that is not among the first ones, together with its messages. */
export function later<Name extends keyof Screens>(name: Name): Screens[Name] {
  const load = async () => {
    const [screens] = await Promise.all([import('./laterScreens.ts'), loadLaterMessages()])
    return screens.laterScreens[name]()
  }
  return load as Screens[Name]
}
