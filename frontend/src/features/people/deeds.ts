// SPDX-License-Identifier: Apache-2.0
import type { graphql } from '../../lib/graphql/graphql.ts'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import type { Selected } from '../../ui/selection/selected.ts'
import type { WorkerFilter } from '../../ui/worker/workerFilterOf.ts'

type BulkAction = ReturnType<typeof graphql.scalar<'BulkAction'>>

export type Deed = {
  action: BulkAction
  /** On its button. */
  label: MessageKey
  /** As a question; has a place for how many. */
  title: MessageKey
  text: MessageKey
  /** What has to be named. */
  needs?: 'group' | 'location'
}

/** What can be done to many workers. */
export const deeds = {
  deactivate: {
    action: 'DEACTIVATE_MOBILE_WORKERS',
    label: 'worker.deactivate',
    title: 'deed.deactivate.title',
    text: 'deed.deactivate.text',
  },
  reactivate: {
    action: 'ACTIVATE_MOBILE_WORKERS',
    label: 'worker.reactivate',
    title: 'deed.reactivate.title',
    text: 'deed.reactivate.text',
  },
  assign: {
    action: 'ASSIGN_MOBILE_WORKERS_TO_LOCATION',
    label: 'deed.assign',
    title: 'deed.assign.title',
    text: 'deed.assign.text',
    needs: 'location',
  },
  addToGroup: {
    action: 'ADD_MOBILE_WORKERS_TO_GROUP',
    label: 'deed.addToGroup',
    title: 'deed.addToGroup.title',
    text: 'deed.addToGroup.text',
    needs: 'group',
  },
  removeFromGroup: {
    action: 'REMOVE_MOBILE_WORKERS_FROM_GROUP',
    label: 'deed.removeFromGroup',
    title: 'deed.removeFromGroup.title',
    text: 'deed.removeFromGroup.text',
    needs: 'group',
  },
  delete: {
    action: 'DELETE_MOBILE_WORKERS',
    label: 'deed.delete',
    title: 'deed.delete.title',
    text: 'deed.delete.text',
  },
} satisfies Record<string, Deed>

export type DeedName = keyof typeof deeds

/** The chosen workers as the server is told: by their ids, or as the list they all stand in. */
export function selectionOf({ everything, ids }: Selected, filter: WorkerFilter) {
  return everything ? { mobileWorkers: { ...filter } } : { ids: [...ids] }
}
