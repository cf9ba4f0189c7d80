// SPDX-License-Identifier: Apache-2.0

export type UnreadableReason = 'xml' | 'not-a-form' | 'structure'

/** Why a source cannot be shown as questions. It may still be a form that phones run. */
export class UnreadableForm extends Error {
  readonly reason: UnreadableReason
  readonly line: number | null

  constructor(reason: UnreadableReason, detail: string, line: number | null = null) {
    super(detail)
    this.name = 'UnreadableForm'
    this.reason = reason
    this.line = line
  }
}
