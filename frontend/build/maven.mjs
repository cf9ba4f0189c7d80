// SPDX-License-Identifier: Apache-2.0
// What Maven runs: installs, checks, tests and builds the app, and does again only what has changed.
// Whoever skips Maven's tests skips the checks here, too: node build/maven.mjs [whether to skip them]
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const marks = join(root, 'target/build-marks')
const unchecked = process.argv[2] === 'true'
const output = join(root, 'target/classes/static/app/index.html')

requireNode()
const lock = hashOf(['package.json', 'package-lock.json', '.npmrc'])
if (!existsSync(join(root, 'node_modules')) || markOf('install') !== lock) {
  run('npm', ['ci', '--prefer-offline'])
  mark('install', lock)
}
const sources = hashOf([
  'package-lock.json',
  'index.html',
  'tsconfig.json',
  'vite.config.ts',
  '.oxlintrc.json',
  '.prettierrc.json',
  'build',
  'e2e',
  'public',
  'src',
  '../graphql/src/main/resources/graphql',
])
once('build', ['schema', 'build'], existsSync(output))
if (!unchecked) once('checks', ['typecheck', 'lint', 'test', 'budget'])

/** Runs the scripts unless they went well on the same sources before. */
function once(name, scripts, valid = true) {
  if (valid && markOf(name) === sources) return
  for (const script of scripts) run('npm', ['run', '--silent', script])
  mark(name, sources)
}

function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const [major, minor] = process.versions.node.split('.').map(Number)
  const [needMajor, needMinor] = engines.node.replace('>=', '').split('.').map(Number)
  if (major > needMajor || (major === needMajor && minor >= needMinor)) return
  console.error(
    `The web app needs Node ${engines.node}; this is ${process.versions.node}. ` +
      'Install a newer Node, or build without the web app: mvn -Dui.skip=true',
  )
  process.exit(1)
}

function run(command, args) {
  console.log(`> ${command} ${args.join(' ')}`)
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit' })
  if (error) console.error(error.message)
  if (status !== 0) process.exit(status ?? 1)
}

function filesUnder(path) {
  const entries = readdirSync(path, { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('generated'))
    .map((entry) => join(entry.parentPath, entry.name))
}

function hashOf(paths) {
  const hash = createHash('sha256').update(process.version)
  const files = paths.flatMap((path) => {
    const full = join(root, path)
    return /\.\w+$/.test(path) || path.startsWith('.n') ? [full] : filesUnder(full)
  })
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

function markOf(name) {
  const file = join(marks, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

function mark(name, value) {
  mkdirSync(marks, { recursive: true })
  writeFileSync(join(marks, name), value)
}
