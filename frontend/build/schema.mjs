// SPDX-License-Identifier: Apache-2.0
// Joins the server's schema files into one and writes the types that gql.tada reads.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { minifyIntrospection, outputIntrospectionFile } from '@gql.tada/internal'
import { buildSchema, introspectionFromSchema } from 'graphql'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const source = join(root, '../graphql/src/main/resources/graphql')
const target = join(root, 'src/generated')

const files = readdirSync(source)
  .filter((name) => name.endsWith('.graphqls'))
  .toSorted()
const schema = files.map((name) => readFileSync(join(source, name), 'utf8').trim()).join('\n\n')

mkdirSync(target, { recursive: true })
writeFileSync(join(target, 'schema.graphql'), `${schema}\n`)

// gql.tada's own command needs the compiler interface that TypeScript 7 no longer has.
const introspection = introspectionFromSchema(buildSchema(schema), { descriptions: false })
const types = outputIntrospectionFile(minifyIntrospection(introspection), {
  fileType: '.d.ts',
  shouldPreprocess: true,
})
writeFileSync(join(target, 'graphql-env.d.ts'), types)
