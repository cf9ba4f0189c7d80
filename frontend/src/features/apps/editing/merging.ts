// SPDX-License-Identifier: Apache-2.0
import type { AppDocument } from '../document/appDocument.ts'
import { meet, putsBetween, withContentOf, withPuts } from '../document/puts.ts'
import type { Form } from '../xform/form.ts'
import { done, type History } from '../xform/history.ts'
import { changedForms, type Draft } from './draft.ts'

export type Whose = 'mine' | 'theirs'

type Merged = { history: History<Draft>; saved: Draft }

/**
 * After the server took `sent` and answered with its document: what is here stays, what others changed comes to it, to
 * each step that can be undone as well, so that undoing takes back nobody else's work.
 */
export function afterSaving(history: History<Draft>, sent: Draft, document: AppDocument): Merged {
  const theirs = putsBetween(sent.document, document)
  const since = putsBetween(sent.document, history.present.document)
  const withTheirs = (draft: Draft): Draft =>
    theirs.length === 0 ? draft : { ...draft, document: withPuts(draft.document, theirs) }
  return {
    saved: { ...sent, document },
    history: {
      ...history,
      past: history.past.map(withTheirs),
      present: { ...history.present, document: withPuts(document, since) },
      future: history.future.map(withTheirs),
    },
  }
}

/** After two changed the same: one of the two is on top, the other one step back. What only one changed stays in both. */
export function mergedWithTheirs(
  { history, saved }: Merged,
  document: AppDocument,
  theirForms: Readonly<Record<string, Form>>,
  whose: Whose,
): Merged {
  const mine = history.present
  const myPuts = putsBetween(saved.document, mine.document)
  const theirPuts = putsBetween(saved.document, document)
  const beside = myPuts.filter((put) => !theirPuts.some((other) => meet(put, other)))
  const base: Draft = { document, forms: { ...saved.forms, ...theirForms } }
  const myForms = Object.fromEntries(
    changedForms(saved, mine).flatMap((id) => (mine.forms[id] ? [[id, mine.forms[id]]] : [])),
  )
  const onMine: Draft = {
    document: withPuts(document, myPuts),
    forms: { ...base.forms, ...myForms },
  }
  const onTheirs: Draft = {
    document: withPuts(document, beside),
    forms: { ...onMine.forms, ...theirForms },
  }
  const [below, top] = whose === 'mine' ? [onTheirs, onMine] : [onMine, onTheirs]
  const past = history.past.map((draft) => ({
    ...draft,
    document: withContentOf(draft.document, document),
  }))
  return { saved: base, history: done({ past, present: below, future: [], mark: null }, top) }
}

export function mappedHistory(
  history: History<Draft>,
  change: (draft: Draft) => Draft,
): History<Draft> {
  return {
    ...history,
    past: history.past.map(change),
    present: change(history.present),
    future: history.future.map(change),
  }
}
