// SPDX-License-Identifier: Apache-2.0

/** A place in an expression that names a node of the form. */
export type Reference = {
  start: number
  end: number
  /** `hash` and `absolute` stand alone; `relative` starts from the context, `step` goes on from what was before. */
  kind: 'hash' | 'absolute' | 'relative' | 'step'
  /** What a relative reference or a step starts from. */
  base: string
  path: string
}

export type Place = { root: string; context: string }

const hashtag = /#form((?:\/@?[\w.-]+)*)/y
const absolute = /(?:\/(?:@?[A-Za-z_][\w.-]*|\.\.|\.))+/y
const upwards = /\.\.?(?:\/(?:\.\.|\.|@?[A-Za-z_][\w.-]*))*/y
const name = /@?[A-Za-z_][\w.-]*(?::[\w.-]+)?/y
const number = /\d+(?:\.\d*)?|\.\d+/y
const operators = new Set(['and', 'or', 'div', 'mod'])

/** Where the path leads; null above the root. */
export function resolved(base: string, steps: string): string | null {
  const names = base.split('/').filter(Boolean)
  for (const step of steps.split('/')) {
    if (step === '..') {
      if (names.length === 0) return null
      names.pop()
    } else if (step && step !== '.') names.push(step)
  }
  return `/${names.join('/')}`
}

/**
 * Finds what an expression says about nodes of the form: hashtags, absolute and relative paths, steps behind and inside
 * predicates. Text in quotes is left alone, except for a whole path, as `jr:choice-name` takes it.
 */
export function referencesIn(text: string, { root, context }: Place): Reference[] {
  const found: Reference[] = []
  const around: (string | null)[] = []
  /** The node that a following `/` or `[` continues; null where that is none of the form. */
  let last: string | null = null
  let afterOperand = false
  let at = 0
  const match = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(text)
  }
  const note = (kind: Reference['kind'], length: number, base: string, path: string | null) => {
    if (path !== null) found.push({ start: at, end: at + length, kind, base, path })
    last = path
    afterOperand = true
    at += length
  }

  while (at < text.length) {
    const sign = text[at] ?? ''
    if (/\s/.test(sign)) {
      at += 1
      continue
    }
    if (sign === "'" || sign === '"') {
      const end = text.indexOf(sign, at + 1)
      const stop = end < 0 ? text.length : end
      const inside = text.slice(at + 1, stop)
      at += 1
      if (inside.startsWith(`/${root}/`) && /^[\w./-]+$/.test(inside)) {
        note('absolute', inside.length, '', inside)
      }
      at = stop + 1
      last = null
      afterOperand = true
      continue
    }
    const hash = sign === '#' ? match(hashtag) : null
    if (hash) {
      note('hash', hash[0].length, '', `/${root}${hash[1] ?? ''}`)
      continue
    }
    const path = sign === '/' ? match(absolute) : null
    if (path) {
      if (afterOperand) {
        note('step', path[0].length, last ?? '', last === null ? null : resolved(last, path[0]))
      } else note('absolute', path[0].length, '', resolved('', path[0]))
      continue
    }
    if (!afterOperand) {
      const digits = match(number)
      if (digits) {
        at += digits[0].length
        last = null
        afterOperand = true
        continue
      }
      const here = around.length > 0 ? (around.at(-1) ?? null) : context
      const relative = sign === '.' ? match(upwards) : null
      if (relative) {
        note('relative', relative[0].length, here ?? '', here && resolved(here, relative[0]))
        continue
      }
    }
    const word = match(name)
    if (word) {
      const behind = text.slice(at + word[0].length)
      if (afterOperand && operators.has(word[0])) {
        at += word[0].length
        afterOperand = false
        last = null
      } else if (word[0] === 'current' && /^\s*\(\s*\)/.test(behind)) {
        at = text.indexOf(')', at) + 1
        last = context
        afterOperand = true
      } else if (/^\s*\(/.test(behind)) {
        at += word[0].length
        last = null
        afterOperand = false
      } else {
        const here = around.at(-1) ?? null
        note('step', word[0].length, here ?? '', here && resolved(here, word[0]))
      }
      continue
    }
    if (sign === '[') {
      around.push(last)
      afterOperand = false
    } else if (sign === ']') {
      last = around.pop() ?? null
      afterOperand = true
    } else {
      last = null
      afterOperand = sign === ')'
    }
    at += 1
  }
  return found
}
