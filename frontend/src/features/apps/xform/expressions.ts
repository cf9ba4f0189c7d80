// SPDX-License-Identifier: Apache-2.0
import { noExpression, type Expression } from './form.ts'
import { contracted, expanded } from './hashtags.ts'
import { referencesIn, resolved, type Place, type Reference } from './references.ts'

/** Where nodes went: their new path by their old one. */
export type Moves = ReadonlyMap<string, string>

type Language = { root: string; transforms: Readonly<Record<string, string>> }

/** What somebody typed, with what it means to the phone. */
export function expressionOf(text: string, language: Language): Expression {
  const trimmed = text.trim()
  return trimmed ? { text: trimmed, expanded: expanded(trimmed, language) } : noExpression
}

/** An expression as it stands in a source: its plain attribute and, where the builder left it, the one with hashtags. */
export function readExpression(
  plain: string,
  withHashtags: string,
  language: Language,
): Expression {
  if (!plain && !withHashtags) return noExpression
  if (withHashtags) {
    return { text: withHashtags, expanded: plain || expanded(withHashtags, language) }
  }
  return { text: contracted(plain, language), expanded: expanded(plain, language) }
}

/** The new path of a node, which may lie below one that moved. */
export function movedPath(path: string, moves: Moves): string {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1)) {
    const target = moves.get(path.slice(0, end))
    if (target !== undefined) return target + path.slice(end)
  }
  return path
}

/** The same expression after nodes of the form, perhaps its own among them, got another path. */
export function rewritten(text: string, place: Place, moves: Moves): string {
  if (!text || moves.size === 0) return text
  let result = ''
  let at = 0
  for (const reference of referencesIn(text, place)) {
    result += text.slice(at, reference.start)
    result += renamed(text.slice(reference.start, reference.end), reference, place, moves)
    at = reference.end
  }
  return result + text.slice(at)
}

function renamed(written: string, reference: Reference, { root }: Place, moves: Moves): string {
  const { kind, base, path } = reference
  const target = movedPath(path, moves)
  const asHashtag = `#form${target.slice(root.length + 1)}`
  switch (kind) {
    case 'hash':
      return target === path ? written : asHashtag
    case 'absolute':
      return target === path ? written : target
    case 'step': {
      const start = movedPath(base, moves)
      const steps = target.startsWith(`${start}/`) ? target.slice(start.length) : written
      return written.startsWith('/') ? steps : steps.replace(/^\//, '')
    }
    case 'relative': {
      const start = movedPath(base, moves)
      if (resolved(start, written) === target) return written
      const [up = ''] = /^(?:\.\.?\/?)*/.exec(written) ?? []
      const foot = resolved(start, up)
      if (foot && target.startsWith(`${foot}/`)) {
        return `${up}${up.endsWith('/') ? '' : '/'}${target.slice(foot.length + 1)}`
      }
      return target
    }
  }
}

export function rewrittenExpression(
  { text, expanded: plain }: Expression,
  place: Place,
  moves: Moves,
): Expression {
  if (!text) return noExpression
  return { text: rewritten(text, place, moves), expanded: rewritten(plain, place, moves) }
}
