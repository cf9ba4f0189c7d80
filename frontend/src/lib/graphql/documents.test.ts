// SPDX-License-Identifier: Apache-2.0
import { buildSchema, parse, specifiedRules, validate, NoUnusedFragmentsRule } from 'graphql'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sourceFiles } from '../testing/sourceFiles.ts'

const schema = buildSchema(readFileSync('src/generated/schema.graphql', 'utf8'))
const documents = sourceFiles('src').flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/graphql\(\s*`([^`]+)`/g)].map(([, text = '']) => text),
)
const fragments = documents.filter((text) => text.trim().startsWith('fragment'))
const operations = documents.filter((text) => !text.trim().startsWith('fragment'))
const nameOf = (text: string) => /(?:query|mutation|subscription) (\w+)/.exec(text)?.[1] ?? text

describe('GraphQL documents', () => {
  it.each(operations.map((text) => [nameOf(text), text]))('%s fits the schema', (_, text) => {
    const whole = parse([text, ...fragments].join('\n'))
    const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule)
    expect(validate(schema, whole, rules).map(({ message }) => message)).toEqual([])
  })

  it('each have a name of their own', () => {
    const names = operations.map(nameOf)
    expect(names).toEqual([...new Set(names)])
  })
})
