// SPDX-License-Identifier: Apache-2.0
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { appFile } from '../testing/sources.ts'
import { saidIn, formPlace, withValue, type AppDocument } from '../document/appDocument.ts'
import { at } from '../document/json.ts'
import { pathOfPut, putsBetween, withPuts } from '../document/puts.ts'
import { renameQuestion } from '../xform/operations.ts'
import { visited } from '../xform/walk.ts'
import { AppEditing } from './AppEditing.ts'
import type { Change } from './draft.ts'
import type { AppServer } from './server.ts'
import { sha1 } from './sha1.ts'

const { _attachments: sources, ...rest } = appFile('01-chw')
const start = rest as unknown as AppDocument

/** A server with one application, which others may change beside us. */
class OneApp implements AppServer {
  document = start
  version = 7
  readonly sources: Record<string, string> = Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name.replace('.xml', ''), source]),
  )
  readonly sent: Change[][] = []
  answer: 'well' | 'conflict' | 'broken' = 'well'

  readonly save: AppServer['save'] = async (_version, changes) => {
    this.sent.push(changes)
    if (this.answer === 'conflict') return { conflict: true, message: 'Somebody else…' }
    if (this.answer === 'broken') return { failed: 'No line' }
    for (const change of changes) {
      if ('put' in change) this.put(change.put.path, change.put.value)
      if ('putSource' in change) this.sources[change.putSource.formId] = change.putSource.source
    }
    this.version += 1
    return { document: this.document, version: this.version }
  }
  readonly sendMedia: AppServer['sendMedia'] = async (_kind, path) => {
    if (this.answer === 'broken') return 'No line'
    const entry = { multimedia_id: 'm1', media_type: 'CommCareImage' }
    const known = this.document['multimedia_map'] as object
    this.document = { ...this.document, multimedia_map: { ...known, [path]: entry } }
    this.version += 1
    return null
  }
  readonly readApp: AppServer['readApp'] = async () => ({
    document: this.document,
    version: this.version,
  })
  readonly readSource: AppServer['readSource'] = async (formId) => {
    const source = this.sources[formId] ?? ''
    return { source, digest: sha1(source) }
  }

  /** Somebody else's change. */
  put(path: string, value: Parameters<typeof withValue>[3]): void {
    const [, kind, id = '', keys = path] = /^(menus|forms)\[(.*)\]\.(.*)$/.exec(path) ?? []
    const owner =
      kind === 'menus' ? ({ kind: 'menu', id } as const) : ({ kind: 'form', id } as const)
    this.document = withValue(
      this.document,
      kind ? owner : { kind: 'app' },
      keys.split('.'),
      value ?? undefined,
    )
  }
}

const named = (app: AppDocument) => app['name']
const rename = (name: string) => (app: AppDocument) =>
  withValue(app, { kind: 'app' }, ['name'], name)

describe('work on an application', () => {
  let server: OneApp
  let editing: AppEditing
  beforeEach(() => {
    vi.useFakeTimers()
    server = new OneApp()
    editing = new AppEditing(server, { document: start, version: 7 })
  })

  it('is saved after a pause, as little as has changed', async () => {
    editing.changeDocument(rename('A'), 'name')
    editing.changeDocument(rename('Another'), 'name')
    expect(server.sent).toEqual([])
    expect(editing.hasUnsaved).toBe(true)
    await vi.advanceTimersByTimeAsync(2_000)
    expect(server.sent).toEqual([[{ put: { path: 'name', value: 'Another' } }]])
    expect(editing.current()).toMatchObject({ saving: 'saved', version: 8 })
  })

  it('is undone and saved again', async () => {
    editing.changeDocument(rename('Another'))
    await vi.advanceTimersByTimeAsync(2_000)
    editing.undo()
    expect(named(editing.draft.document)).toBe('CHW Basic')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(named(server.document)).toBe('CHW Basic')
    editing.redo()
    expect(named(editing.draft.document)).toBe('Another')
  })

  it('keeps what somebody else did elsewhere, also when it is undone', async () => {
    editing.changeDocument(rename('Another'))
    server.put('forms[form_reg].name', { en: 'Sign up' })
    server.version = 8
    await vi.advanceTimersByTimeAsync(2_000)
    const form = () => saidIn(formPlace(editing.draft.document, 'form_reg')?.form['name'], ['en'])
    expect(form()).toBe('Sign up')
    editing.undo()
    expect(form()).toBe('Sign up')
  })

  it('takes in a picture that was sent beside what is not saved yet', async () => {
    const path = 'jr://file/commcare/image/a.png'
    editing.changeDocument(rename('Another'))
    expect(await editing.putMedia('image', '', 'a', new File(['x'], 'me.png'))).toEqual({ path })
    expect(named(editing.draft.document)).toBe('Another')
    expect(at(editing.draft.document, 'multimedia_map', path, 'multimedia_id')).toBe('m1')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(server.sent).toEqual([[{ put: { path: 'name', value: 'Another' } }]])
    editing.undo()
    expect(named(editing.draft.document)).toBe('CHW Basic')
    expect(at(editing.draft.document, 'multimedia_map', path, 'multimedia_id')).toBe('m1')
  })

  it('says why a picture could not be sent', async () => {
    server.answer = 'broken'
    const file = new File(['x'], 'a.png')
    expect(await editing.putMedia('image', '', 'a', file)).toEqual({ failed: 'No line' })
    expect(editing.current()).toMatchObject({ saving: 'saved', version: 7 })
    server.answer = 'well'
    const path = 'jr://file/commcare/image/a.png'
    expect(await editing.putMedia('image', '', 'a', file)).toEqual({ path })
  })

  it('gives pictures that are sent at the same time paths of their own', async () => {
    const sent = await Promise.all(
      ['âge', 'ñge'].map((stem) =>
        editing.putMedia('image', '', stem, new File(['x'], `${stem}.png`)),
      ),
    )
    expect(sent).toEqual([
      { path: 'jr://file/commcare/image/_ge.png' },
      { path: 'jr://file/commcare/image/_ge-2.png' },
    ])
  })

  it('renames a question in case management too, in one step', async () => {
    await editing.openForm('form_reg')
    const key =
      visited(editing.draft.forms['form_reg'] as never).find(
        ({ path }) => path === '/data/full_name',
      )?.question.key ?? ''
    expect(key).not.toBe('')
    editing.changeForm('form_reg', (form) => renameQuestion(form, key, 'name_in_full'))
    const place = () =>
      at(
        formPlace(editing.draft.document, 'form_reg')?.form,
        'actions',
        'open_case',
        'name_update',
        'question_path',
      )
    expect(place()).toBe('/data/name_in_full')
    await vi.advanceTimersByTimeAsync(2_000)
    expect(server.sources['form_reg']).toContain('nodeset="/data/name_in_full"')
    const [changes = []] = server.sent
    expect(
      changes.some((change) => 'putSource' in change && change.putSource.basedOn.length === 40),
    ).toBe(true)
    editing.undo()
    expect(place()).toBe('/data/full_name')
  })

  it('goes on when the line comes back', async () => {
    server.answer = 'broken'
    editing.changeDocument(rename('Another'))
    await vi.advanceTimersByTimeAsync(2_000)
    expect(editing.current()).toMatchObject({ saving: 'failed', message: 'No line' })
    server.answer = 'well'
    await vi.advanceTimersByTimeAsync(20_000)
    expect(named(server.document)).toBe('Another')
  })

  it.each(['mine', 'theirs'] as const)(
    'loses nothing when two changed the same: %s',
    async (whose) => {
      server.answer = 'conflict'
      editing.changeDocument((app) =>
        withValue(rename('Mine')(app), { kind: 'app' }, ['comment'], 'beside'),
      )
      await vi.advanceTimersByTimeAsync(2_000)
      expect(editing.current().saving).toBe('conflict')
      server.put('name', 'Theirs')
      server.version = 9
      server.answer = 'well'
      await editing.resolve(whose)
      const [kept, other] = whose === 'mine' ? ['Mine', 'Theirs'] : ['Theirs', 'Mine']
      expect(server.document).toMatchObject({ name: kept, comment: 'beside' })
      editing.undo()
      expect(named(editing.draft.document)).toBe(other)
    },
  )

  it('shows a source that is no tree of questions as such', async () => {
    server.sources['form_reg'] = '<nothing/>'
    await editing.openForm('form_reg')
    expect(editing.current().unreadable['form_reg']?.problem.reason).toBe('not-a-form')
  })
})

describe('changes between documents', () => {
  it('name the smallest parts that paths can name', () => {
    const changed = withValue(
      withValue(start, { kind: 'form', id: 'form_reg' }, ['name', 'sw'], 'Andikisha'),
      { kind: 'form', id: 'form_visit' },
      ['actions', 'case_preload', 'preload'],
      { '/data/other': 'village' },
    )
    const puts = putsBetween(start, changed)
    expect(puts.map(pathOfPut)).toEqual([
      'forms[form_reg].name.sw',
      'forms[form_visit].actions.case_preload.preload',
    ])
    expect(withPuts(start, puts)).toEqual(changed)
  })
})

describe('SHA-1', () => {
  it.each([
    ['', 'da39a3ee5e6b4b0d3255bfef95601890afd80709'],
    ['abc', 'a9993e364706816aba3e25717850c26c9cd0d89d'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '84983e441c3bd26ebaae4aa1f95129e5e54670f1',
    ],
  ])('of %j', (text, digest) => {
    expect(sha1(text)).toBe(digest)
  })
})
