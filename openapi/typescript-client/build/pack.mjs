// SPDX-License-Identifier: Apache-2.0
// What Maven runs: compiles the generated client and packs it as npm would, into target/package and a .tgz beside it.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const frontend = join(root, '../../frontend')
const out = join(root, 'target/package')

rmSync(out, { recursive: true, force: true })
mkdirSync(out, { recursive: true })
compile('target/generated/index.ts', 'target/generated', 'target/package/dist', [])
writeFileSync(
  join(out, 'package.json'),
  JSON.stringify(
    {
      name: '@baraza/client',
      version: '0.1.0',
      description: 'Client of the REST API of Baraza, generated from its OpenAPI document',
      license: 'Apache-2.0',
      type: 'module',
      main: './dist/index.js',
      types: './dist/index.d.ts',
      exports: { '.': { types: './dist/index.d.ts', default: './dist/index.js' } },
      sideEffects: false,
      files: ['dist', 'LICENSE'],
    },
    null,
    2,
  ) + '\n',
)
cpSync(join(root, '../../LICENSE'), join(out, 'LICENSE'))
run('npm', ['pack', '--silent', '--pack-destination', '..'], out)

// What the guide shows, as somebody compiles it who installed the package.
const quickstart = join(root, 'target/quickstart')
rmSync(quickstart, { recursive: true, force: true })
mkdirSync(join(quickstart, 'node_modules/@baraza'), { recursive: true })
symlinkSync(out, join(quickstart, 'node_modules/@baraza/client'))
cpSync(join(root, 'quickstart'), quickstart, { recursive: true })
writeFileSync(join(quickstart, 'package.json'), '{ "type": "module" }')
compile('target/quickstart/quickstart.ts', 'target/quickstart', 'target/quickstart', ['node'])

function compile(file, from, to, types) {
  run('node', [
    join(frontend, 'node_modules/typescript/bin/tsc'),
    ...['--strict', '--declaration', '--target', 'es2022', '--module', 'nodenext', '--moduleResolution', 'nodenext'],
    ...['--lib', 'es2022,dom,dom.iterable', '--types', types.join(',')],
    ...['--typeRoots', join(frontend, 'node_modules/@types'), '--rootDir', from, '--outDir', to, file],
  ])
}

function run(command, args, cwd = root) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] })
  if (error) console.error(error.message)
  if (status !== 0) process.exit(status ?? 1)
}
