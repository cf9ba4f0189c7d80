// SPDX-License-Identifier: Apache-2.0
import { referencesIn } from './references.ts'

type Transforms = Readonly<Record<string, string>>
type Language = { root: string; transforms: Transforms }

const theCase = "instance('commcaresession')/session/data/case_id"
const cases = "instance('casedb')/casedb/case"
const parentOf = (id: string) => `${cases}[@case_id = ${id}]/index/parent`

/** What the builder's hashtags stand for where a source says nothing else (spec 11, 9.4). */
export const usualTransforms: Transforms = {
  '#case/': `${cases}[@case_id = ${theCase}]/`,
  '#case/parent/': `${cases}[@case_id = ${parentOf(theCase)}]/`,
  '#case/grandparent/': `${cases}[@case_id = ${parentOf(parentOf(theCase))}]/`,
  '#user/': `${cases}[@case_type = 'commcare-user'][hq_user_id = instance('commcaresession')/session/context/userid]/`,
}

const outsideQuotes = /("[^"]*"|'[^']*')|(#[a-z]+(?:\/[\w.@-]+)*)/g

/** With every hashtag replaced by what it stands for. */
export function expanded(text: string, { root, transforms }: Language): string {
  const prefixes = Object.entries({ ...usualTransforms, ...transforms }).toSorted(
    ([one], [other]) => other.length - one.length,
  )
  return text.replaceAll(outsideQuotes, (whole, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted
    if (whole === '#form' || whole.startsWith('#form/')) return `/${root}${whole.slice(5)}`
    const known = prefixes.find(([prefix]) => whole.startsWith(prefix))
    return known ? known[1] + whole.slice(known[0].length) : whole
  })
}

/** With hashtags in the place of absolute paths and of what stands for the case and the user. */
export function contracted(plain: string, { root, transforms }: Language): string {
  const longestFirst = Object.entries({ ...usualTransforms, ...transforms }).toSorted(
    ([, one], [, other]) => other.length - one.length,
  )
  const text = longestFirst.reduce(
    (before, [prefix, meaning]) =>
      meaning
        ? before.replaceAll(meaning, prefix).replaceAll(withoutSpaces(meaning), prefix)
        : before,
    plain,
  )
  let result = ''
  let at = 0
  for (const { start, end, kind, path } of referencesIn(text, { root, context: `/${root}` })) {
    const quoted = text[start - 1] === "'" || text[start - 1] === '"'
    const inside = path.startsWith(`/${root}/`) && !path.includes('@')
    if (kind !== 'absolute' || quoted || !inside) continue
    result += `${text.slice(at, start)}#form${path.slice(root.length + 1)}`
    at = end
  }
  return result + text.slice(at)
}

const withoutSpaces = (meaning: string) => meaning.replaceAll(' = ', '=')

/** The hashtags of cases and of the user that an expression names. */
export function hashtagsIn(text: string): string[] {
  return [...text.matchAll(outsideQuotes)].flatMap(([whole, quoted]) =>
    quoted !== undefined || whole === '#form' || whole.startsWith('#form/') ? [] : [whole],
  )
}
