// SPDX-License-Identifier: Apache-2.0
import { dayRangeOf } from '../../lib/format/dayRange.ts'
import type { Filters } from '../../ui/table/useFilters.ts'
import { isFormState, type FormState } from './formState.ts'

export const formFilterNames = ['state', 'xmlns', 'worker', 'from', 'to']

export type FormFilter = {
  states: FormState[]
  xmlns: string | null
  userId: string | null
  receivedFrom: string | null
  receivedBefore: string | null
}

/** The filter that the address of Submit History asks for; days are those of the project. */
export function formFilterOf(filters: Pick<Filters, 'get'>, timeZone: string): FormFilter {
  const state = filters.get('state')
  const { from, before } = dayRangeOf(filters, timeZone)
  return {
    states: [isFormState(state) ? state : 'NORMAL'],
    xmlns: filters.get('xmlns'),
    userId: filters.get('worker'),
    receivedFrom: from,
    receivedBefore: before,
  }
}

type Received = { state: FormState; xmlns: string; userId: string | null; receivedOn: string }

/** Would this form stand in the list with this filter? */
export function passesFormFilter(filter: FormFilter, form: Received): boolean {
  const received = Date.parse(form.receivedOn)
  return (
    filter.states.includes(form.state) &&
    (filter.xmlns === null || filter.xmlns === form.xmlns) &&
    (filter.userId === null || filter.userId === form.userId) &&
    (filter.receivedFrom === null || received >= Date.parse(filter.receivedFrom)) &&
    (filter.receivedBefore === null || received < Date.parse(filter.receivedBefore))
  )
}
