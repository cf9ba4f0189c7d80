// SPDX-License-Identifier: Apache-2.0
import { loadLaterMessages } from '../lib/i18n/languages.ts'

/** The code of a screen that is not among the first ones, together with its messages. */
export function later<Module>(load: () => Promise<Module>): () => Promise<Module> {
  return async () => {
    const [module] = await Promise.all([load(), loadLaterMessages()])
    return module
  }
}
