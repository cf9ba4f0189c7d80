// SPDX-License-Identifier: Apache-2.0
import { lazy, type ComponentType } from 'react'
import { loadLaterMessages } from './languages.ts'

/** A part of one of the first screens that is fetched, with its messages, when it is first shown. */
export function laterPart<Props extends object>(load: () => Promise<ComponentType<Props>>) {
  return lazy(async () => {
    const [part] = await Promise.all([load(), loadLaterMessages()])
    return { default: part }
  })
}
