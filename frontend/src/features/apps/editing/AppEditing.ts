// SPDX-License-Identifier: Apache-2.0
import type { AppDocument } from '../document/appDocument.ts'
import { withMovedPaths } from '../document/movedPaths.ts'
import { withContentOf } from '../document/puts.ts'
import { pathFor, type MediaKind } from '../media/mediaPaths.ts'
import type { Form } from '../xform/form.ts'
import { done, redone, undone, type History } from '../xform/history.ts'
import { readForm } from '../xform/readForm.ts'
import { movesBetween } from '../xform/settle.ts'
import { UnreadableForm } from '../xform/UnreadableForm.ts'
import { changedForms, changesBetween, isChanged, type Change, type Draft } from './draft.ts'
import { afterSaving, mappedHistory, mergedWithTheirs, type Whose } from './merging.ts'
import { untouched, type EditingState } from './editingState.ts'
import type { AppServer, ServerState } from './server.ts'
import { sha1 } from './sha1.ts'

const pauseMillis = 1_200
const retryMillis = 15_000

/** One builder's work on an application: what it is here, what the server has, and the way between them. */
export class AppEditing {
  private state: EditingState
  private readonly listeners = new Set<() => void>()
  private readonly server: AppServer
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | null = null
  private readonly mayEdit: boolean
  private readonly sent = new Set<string>()

  /** Who may only look at the application changes nothing, by whichever way she tries. */
  constructor(server: AppServer, { document, version }: ServerState, mayEdit = true) {
    const draft: Draft = { document, forms: {} }
    this.server = server
    this.mayEdit = mayEdit
    this.state = untouched(draft, version)
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly current = () => this.state

  get draft(): Draft {
    return this.state.history.present
  }

  private set(change: Partial<EditingState>): void {
    this.state = { ...this.state, ...change }
    for (const listener of this.listeners) listener()
  }

  changeDocument(change: (app: AppDocument) => AppDocument, mark: string | null = null): void {
    const document = change(this.draft.document)
    if (document !== this.draft.document) this.record({ ...this.draft, document }, mark)
  }

  /** Changes the questions of a form; case management follows where a question moved. */
  changeForm(formId: string, change: (form: Form) => Form, mark: string | null = null): void {
    const before = this.draft.forms[formId]
    const after = before && change(before)
    if (!after || after === before) return
    const document = withMovedPaths(this.draft.document, formId, movesBetween(before, after))
    this.record({ document, forms: { ...this.draft.forms, [formId]: after } }, mark)
  }

  private record(draft: Draft, mark: string | null): void {
    if (!this.mayEdit) return
    this.set({ history: done(this.state.history, draft, mark) })
    this.saveSoon()
  }

  undo(): void {
    this.goTo(undone(this.state.history))
  }

  redo(): void {
    this.goTo(redone(this.state.history))
  }

  /** Menus and forms that were added or removed since stay as they are now. */
  private goTo(history: History<Draft>): void {
    if (history === this.state.history) return
    const document = withContentOf(history.present.document, this.draft.document)
    const forms = { ...this.draft.forms, ...history.present.forms }
    this.set({ history: { ...history, present: { document, forms } } })
    this.saveSoon()
  }

  /** Brings the questions of a form, once. */
  async openForm(formId: string): Promise<void> {
    if (this.draft.forms[formId] || this.state.unreadable[formId]) return
    const answer = await this.server.readSource(formId)
    if ('failed' in answer) {
      this.set({ unread: { ...this.state.unread, [formId]: answer.failed } })
      return
    }
    this.set({ unread: {} })
    this.takeSource(formId, answer.source, answer.digest)
  }

  private takeSource(formId: string, source: string, digest: string): void {
    const digests = { ...this.state.digests, [formId]: digest }
    try {
      const form = readForm(source)
      const withForm = (draft: Draft): Draft => ({
        ...draft,
        forms: { ...draft.forms, [formId]: form },
      })
      const unreadable = Object.fromEntries(
        Object.entries(this.state.unreadable).filter(([id]) => id !== formId),
      )
      this.set({
        digests,
        unreadable,
        saved: withForm(this.state.saved),
        history: mappedHistory(this.state.history, withForm),
      })
    } catch (problem) {
      if (!(problem instanceof UnreadableForm)) throw problem
      this.set({ digests, unreadable: { ...this.state.unreadable, [formId]: { problem, source } } })
    }
  }

  /** Puts another source in the place of a form's; answers what is wrong with it. */
  async replaceSource(formId: string, source: string): Promise<string | null> {
    const basedOn = this.state.digests[formId] ?? ''
    const failed = await this.doNow({ putSource: { formId, source, basedOn } })
    if (failed === null) this.takeSource(formId, source, sha1(source))
    return failed
  }

  /** Does at once what cannot wait: menus and forms come, go and move. Answers why it could not. */
  async doNow(change: Change): Promise<string | null> {
    if (!this.mayEdit) return null
    await this.saveNow()
    if (isChanged(this.state.saved, this.draft)) return this.state.message
    const answer = await this.server.save(this.state.version, [change])
    if ('failed' in answer) return answer.failed
    if ('conflict' in answer) {
      this.set({ saving: 'conflict' })
      return answer.message
    }
    await this.take(this.draft, answer)
    return null
  }

  /**
   * Sends a file to be shown instead of what is under a path, or beside it; answers its own path, or why it could not.
   * That path is nobody else's from the moment at which the sending begins.
   */
  async putMedia(
    kind: MediaKind,
    before: string,
    stem: string,
    file: File,
  ): Promise<{ path: string } | { failed: string }> {
    const path = pathFor(this.draft.document, kind, before, stem, file.name, this.sent)
    if (!this.mayEdit) return { path: before }
    this.sent.add(path)
    const refused = await this.server.sendMedia(kind, path, file)
    if (refused !== null) this.sent.delete(path)
    const failed = refused ?? (await this.catchUp())
    return failed === null ? { path } : { failed }
  }

  /** Takes in what the server did beside the work that is here. */
  private async catchUp(): Promise<string | null> {
    while (this.running) await this.running
    if (this.state.saving === 'conflict') return this.state.message
    let failed: string | null = null
    this.running = this.server.readApp().then(async (answer) => {
      if ('failed' in answer) failed = answer.failed
      else await this.take(this.state.saved, answer)
    })
    await this.running
    this.running = null
    return failed
  }

  private saveSoon(): void {
    if (this.state.saving === 'conflict') return
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.saveNow(), pauseMillis)
    if (this.state.saving !== 'saving') this.set({ saving: 'waiting' })
  }

  /** Sends what is not saved yet; one at a time, and what is done meanwhile goes with the next. */
  async saveNow(): Promise<void> {
    clearTimeout(this.timer)
    while (this.running) await this.running
    if (this.state.saving === 'conflict') return
    this.running = this.send()
    await this.running
    this.running = null
  }

  private async send(): Promise<void> {
    const sent = this.draft
    const { saved, digests, version } = this.state
    const changes = changesBetween(saved, sent, digests)
    if (changes.length === 0) {
      this.set({ saving: 'saved', message: null })
      return
    }
    this.set({ saving: 'saving' })
    const answer = await this.server.save(version, changes)
    if ('failed' in answer) {
      this.set({ saving: 'failed', message: answer.failed })
      this.timer = setTimeout(() => void this.saveNow(), retryMillis)
    } else if ('conflict' in answer) this.set({ saving: 'conflict', message: answer.message })
    else {
      const sources = changes.flatMap((each) => ('putSource' in each ? [each.putSource] : []))
      const fresh = Object.fromEntries(sources.map(({ formId, source }) => [formId, sha1(source)]))
      this.set({ digests: { ...digests, ...fresh } })
      await this.take(sent, answer)
    }
  }

  /** Goes on from the server's state, with what others did beside it. */
  private async take(sent: Draft, answer: ServerState): Promise<void> {
    const alone = answer.version === this.state.version + 1
    const next = afterSaving(this.state.history, sent, answer.document)
    this.set({ ...next, version: answer.version, message: null })
    const open = isChanged(this.state.saved, this.draft)
    this.set({ saving: open ? 'waiting' : 'saved' })
    if (open) this.saveSoon()
    if (!alone) await this.readOthersSources()
  }

  private async readOthersSources(): Promise<void> {
    const dirty = new Set(changedForms(this.state.saved, this.draft))
    for (const formId of Object.keys(this.draft.forms)) {
      const answer = dirty.has(formId) ? null : await this.server.readSource(formId)
      if (answer && 'source' in answer && answer.digest !== this.state.digests[formId]) {
        this.takeSource(formId, answer.source, answer.digest)
      }
    }
  }

  /** Ends a conflict. What is not taken is the step that undoing goes back to, so nothing is lost. */
  async resolve(whose: Whose): Promise<void> {
    const answer = await this.server.readApp()
    if ('failed' in answer) {
      this.set({ message: answer.failed })
      return
    }
    const theirForms: Record<string, Form> = {}
    const digests: Record<string, string> = { ...this.state.digests }
    for (const formId of changedForms(this.state.saved, this.draft)) {
      const read = await this.server.readSource(formId)
      if ('failed' in read) {
        this.set({ message: read.failed })
        return
      }
      try {
        if (read.digest !== digests[formId]) theirForms[formId] = readForm(read.source)
        digests[formId] = read.digest
      } catch (problem) {
        if (!(problem instanceof UnreadableForm)) throw problem
        this.set({ message: problem.message })
        return
      }
    }
    const merged = mergedWithTheirs(this.state, answer.document, theirForms, whose)
    this.set({ ...merged, digests, version: answer.version, saving: 'waiting', message: null })
    await this.saveNow()
  }

  /** Whether leaving now would lose something. */
  get hasUnsaved(): boolean {
    return this.state.saving !== 'saved'
  }

  close(): void {
    clearTimeout(this.timer)
    this.listeners.clear()
  }
}
