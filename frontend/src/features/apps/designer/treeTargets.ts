// SPDX-License-Identifier: Apache-2.0
import type { Form } from '../xform/form.ts'
import type { Target } from '../xform/operations.ts'
import { holdsQuestions } from '../xform/questionTypes.ts'
import { found } from '../xform/walk.ts'

export type Side = 'before' | 'after' | 'inside'

/** Where a question goes that is dropped at a side of another. */
export function targetBeside(form: Form, key: string, side: Side): Target | null {
  const place = found(form, key)
  if (!place) return null
  if (side === 'inside') return { parent: key, index: place.question.children.length }
  return { parent: place.parent?.key ?? null, index: place.index + (side === 'after' ? 1 : 0) }
}

/** Where an arrow key moves a question: up or down, right into the group above it, left out of its group. */
export function targetByKey(form: Form, key: string, arrow: string): Target | null {
  const place = found(form, key)
  if (!place) return null
  const parent = place.parent?.key ?? null
  const siblings = place.parent?.children ?? form.questions
  switch (arrow) {
    case 'ArrowUp':
      return place.index > 0 ? { parent, index: place.index - 1 } : null
    case 'ArrowDown':
      return place.index < siblings.length - 1 ? { parent, index: place.index + 2 } : null
    case 'ArrowRight': {
      const above = siblings[place.index - 1]
      return above && holdsQuestions(above.type)
        ? { parent: above.key, index: above.children.length }
        : null
    }
    case 'ArrowLeft':
      return parent === null ? null : targetBeside(form, parent, 'after')
    default:
      return null
  }
}
