// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { rewritten } from './expressions.ts'
import { referencesIn } from './references.ts'

const place = { root: 'data', context: '/data/child/age' }
const paths = (text: string) => referencesIn(text, place).map(({ path }) => path)

describe('references in an expression', () => {
  it.each<[string, string[]]>([
    ['#form/a/b > 3', ['/data/a/b']],
    ['/data/a div /data/b', ['/data/a', '/data/b']],
    ["concat('/data is text', /data/a)", ['/data/a']],
    ["jr:choice-name(/data/sex, '/data/sex')", ['/data/sex', '/data/sex']],
    ['../name', ['/data/child/name']],
    ['. < 120', ['/data/child/age']],
    ['current()/../name', ['/data/child/name']],
    ['position(..)', ['/data/child']],
    ["instance('casedb')/casedb/case[@case_id = /data/id]/name", ['/data/id']],
    [
      "/data/child[name = 'a'][age > 3]/sex",
      ['/data/child', '/data/child/name', '/data/child/age', '/data/child/sex'],
    ],
    ["instance('t')/t_list/t[code = current()/../name]/label", ['/data/child/name']],
    ['count(/data/list/@ids)', ['/data/list/@ids']],
    ['1.5 + .5', []],
    ['$lang', []],
    ["'not closed /data/a", []],
  ])('%s', (text, expected) => {
    expect(paths(text)).toEqual(expected)
  })
})

const rename = (text: string, moves: [string, string][]) => rewritten(text, place, new Map(moves))

describe('an expression after nodes moved', () => {
  it.each<[string, [string, string][], string]>([
    ['#form/a + #form/ab', [['/data/a', '/data/z']], '#form/z + #form/ab'],
    ['/data/a/b', [['/data/a', '/data/g/a']], '/data/g/a/b'],
    ['../name', [['/data/child/name', '/data/child/full']], '../full'],
    ['../name', [['/data/child/name', '/data/name']], '/data/name'],
    [
      '../name',
      [
        ['/data/child', '/data/kid'],
        ['/data/child/name', '/data/kid/name'],
      ],
      '../name',
    ],
    ['../name', [['/data/child/age', '/data/age']], '../child/name'],
    ['../name', [['/data/child/age', '/data/far/away/age']], '/data/child/name'],
    [
      "/data/child[name = '']/age",
      [['/data/child/name', '/data/child/full']],
      "/data/child[full = '']/age",
    ],
    ["/data/child[name = '']/age", [['/data/child', '/data/kid']], "/data/kid[name = '']/age"],
    [
      "jr:choice-name(#form/a, '/data/a')",
      [['/data/a', '/data/b']],
      "jr:choice-name(#form/b, '/data/b')",
    ],
    ["'#form/a'", [['/data/a', '/data/b']], "'#form/a'"],
  ])('%s', (text, moves, expected) => {
    expect(rename(text, moves)).toBe(expected)
  })
})
