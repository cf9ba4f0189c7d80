// SPDX-License-Identifier: Apache-2.0
import type { Plugin } from 'vite'

export function compiledMessages(): Plugin
export const firstFiles: string[]
export function wordsOf(files: readonly string[]): Set<string>
