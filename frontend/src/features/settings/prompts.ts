// SPDX-License-Identifier: Apache-2.0
import type { graphql } from '../../lib/graphql/graphql.ts'
import type { MessageKey } from '../../lib/i18n/languages.ts'

export type Prompt = ReturnType<typeof graphql.scalar<'UpdatePrompt'>>

/** How phones ask for an update, the mildest way first. */
export const prompts: Record<Prompt, MessageKey> = {
  OFF: 'updatePrompts.off',
  ON: 'updatePrompts.on',
  FORCED: 'updatePrompts.forced',
}
