// SPDX-License-Identifier: Apache-2.0
import { addForm, addStep, cases, forms, iso, projectOf, projects, workers } from './mock-data.mjs'
import { caseOf, formOf, page } from './mock-shapes.mjs'

const listeners = new Set()
const keys = []
const clock = () => iso(Date.now())

function publish(event) {
  for (const listener of listeners) listener(event)
}

export async function* events(kind) {
  const waiting = []
  let wake = null
  const listener = (event) => {
    if (event.kind === kind) waiting.push(event.object)
    wake?.()
  }
  listeners.add(listener)
  try {
    for (;;) {
      while (waiting.length > 0) yield waiting.shift()
      await new Promise((resolve) => (wake = resolve))
    }
  } finally {
    listeners.delete(listener)
  }
}

function receivedIn(filter) {
  return ({ at }) =>
    (!filter.receivedFrom || at >= Date.parse(filter.receivedFrom)) &&
    (!filter.receivedBefore || at < Date.parse(filter.receivedBefore))
}

const dayOf = (at) => new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Nairobi' }).format(at)

function activity({ days }) {
  const normal = forms.filter(({ state }) => state === 'NORMAL')
  const count = (day) => normal.filter(({ at }) => dayOf(at) === day)
  const list = Array.from({ length: days }, (_, index) =>
    dayOf(Date.now() - (days - 1 - index) * 86_400_000),
  )
  const today = count(list.at(-1))
  return {
    formsToday: today.length,
    activeUsersToday: new Set(today.map(({ worker }) => worker.userId)).size,
    formsPerDay: list.map((day, index) => ({
      day,
      count: count(day).length + (index < days - 1 ? 14 + ((index * 7) % 11) : 0),
    })),
    lastFormReceivedOn: normal.length ? iso(Math.max(...normal.map(({ at }) => at))) : null,
  }
}

const workerOf = (worker) => ({
  ...worker,
  lastSubmissionOn: () => {
    const last = forms.filter((form) => form.worker === worker).at(-1)
    return last ? iso(last.at) : null
  },
  forms: (args) =>
    page(
      forms.filter((form) => form.worker === worker),
      args,
      formOf,
    ),
  cases: (args) =>
    page(
      cases.filter((each) => each.worker === worker),
      args,
      caseOf,
    ),
})

const names = {
  SERVER_MODIFIED: (c) => c.touchedAt ?? c.steps.at(-1).form.at,
  NAME: (c) => c.name,
  OPENED: (c) => c.openedAt,
}

function projectResolvers(project) {
  if (!project) return null
  const empty = project.name !== 'demo'
  return {
    ...project,
    activity: (args) =>
      empty
        ? { formsToday: 0, activeUsersToday: 0, formsPerDay: [], lastFormReceivedOn: null }
        : activity(args),
    caseTypes: () => (empty ? [] : ['child', 'household', 'mother'].map((name) => ({ name }))),
    formTypes: () => [
      ...new Map(forms.map(({ xmlns, name }) => [xmlns, { xmlns, name }])).values(),
    ],
    case: ({ caseId }) => caseOf(cases.find((each) => each.caseId === caseId)),
    form: ({ formId }) => formOf(forms.find((each) => each.formId === formId)),
    mobileWorker: ({ userId }) => {
      const worker = workers.find((each) => each.userId === userId)
      return worker ? workerOf(worker) : null
    },
    mobileWorkers: (args) =>
      page(
        workers.filter(
          ({ active, username, displayName }) =>
            (args.active ?? active) === active &&
            `${username} ${displayName}`.toLowerCase().includes((args.search ?? '').toLowerCase()),
        ),
        args,
        workerOf,
      ),
    forms: (args) => {
      const filter = args.filter ?? {}
      const states = filter.states ?? ['NORMAL']
      const found = forms
        .filter(
          (form) =>
            states.includes(form.state) &&
            (!filter.xmlns || form.xmlns === filter.xmlns) &&
            (!filter.userId || form.worker.userId === filter.userId),
        )
        .filter(receivedIn(filter))
      return page(
        empty ? [] : args.orderBy === 'RECEIVED_ASC' ? found : found.toReversed(),
        args,
        formOf,
      )
    },
    cases: (args) => {
      const filter = args.filter ?? {}
      const [, by, direction] = /^(.*)_(ASC|DESC)$/.exec(args.orderBy)
      const value = names[by]
      const found = cases
        .filter(
          (each) =>
            (!filter.type || each.type === filter.type) &&
            (!filter.ownerId || each.worker.userId === filter.ownerId) &&
            (filter.closed ?? each.closed) === each.closed,
        )
        .filter(
          (each) =>
            !filter.text ||
            each.name
              .toLowerCase()
              .split(' ')
              .some((word) => word.startsWith(filter.text.toLowerCase())),
        )
        .filter((each) =>
          (filter.properties ?? []).every(
            ({ name, value: wanted }) => caseOf(each).properties[name] === wanted,
          ),
        )
        .toSorted((a, b) => (value(a) < value(b) ? -1 : 1) * (direction === 'ASC' ? 1 : -1))
      return page(empty ? [] : found, args, caseOf)
    },
  }
}

function changed(form) {
  publish({ kind: 'form', object: { formChanged: formOf(form) } })
  for (const caseId of form.caseIds) {
    const found = cases.find((each) => each.caseId === caseId)
    found.touchedAt = Date.now()
    publish({ kind: 'case', object: { caseChanged: caseOf(found) } })
  }
}

function setState({ input }, state, operation) {
  const form = forms.find(({ formId }) => formId === input.formId)
  form.state = state
  form.events.push({
    operation,
    at: clock(),
    userId: 'admin',
    user: {
      __typename: 'WebUser',
      userId: 'admin',
      username: 'admin@example.org',
      displayName: 'Ruth Njeri',
    },
  })
  changed(form)
  return { form: formOf(form), userErrors: [] }
}

export function receive(xml) {
  const formId = /<(?:\w+:)?instanceID>([^<]+)</.exec(xml)[1]
  const caseId = /case_id="([^"]+)"/.exec(xml)?.[1]
  const name = /<case_name>([^<]+)</.exec(xml)?.[1]
  const weight = /<weight_kg>([^<]+)</.exec(xml)?.[1] ?? '60'
  const type = /<case_type>([^<]+)</.exec(xml)?.[1] ?? 'mother'
  let found = cases.find((each) => each.caseId === caseId)
  const form = addForm('visit', workers[0], Date.now(), { visit: { weight_kg: weight } }, caseId, {
    formId,
    xml,
  })
  if (found) addStep(found, form, { weight_kg: weight })
  else {
    found = {
      __typename: 'Case',
      id: `Case:${caseId}`,
      caseId,
      type,
      name,
      worker: workers[0],
      openedAt: form.at,
      closed: false,
      steps: [],
    }
    cases.push(found)
    addStep(found, form, { weight_kg: weight }, ['CREATE', 'UPDATE'])
  }
  changed(form)
}

const named = (field, message) => ({
  userErrors: [{ code: 'INVALID', message, field: ['input', field] }],
})

export const root = {
  me: () => ({
    userId: 'admin',
    username: 'admin@example.org',
    firstName: 'Ruth',
    lastName: 'Njeri',
    canCreateProjects: true,
    apiKeys: keys,
  }),
  projects: (args) =>
    page(
      projects
        .filter(({ name, displayName }) =>
          `${name} ${displayName}`.toLowerCase().includes((args.search ?? '').toLowerCase()),
        )
        .toSorted((a, b) => a.displayName.localeCompare(b.displayName)),
      args,
      projectResolvers,
    ),
  project: ({ name }) => projectResolvers(projects.find((each) => each.name === name)),
  createProject: ({ input }) => {
    if (projects.some(({ name }) => name === input.name))
      return named('name', 'This name is taken.')
    projects.push({
      ...projectOf(input.name, input.displayName || input.name),
      timeZone: input.timeZone,
    })
    return { project: projectResolvers(projects.at(-1)), userErrors: [] }
  },
  archiveForm: (args) => setState(args, 'ARCHIVED', 'archive'),
  unarchiveForm: (args) => setState(args, 'NORMAL', 'unarchive'),
  createMobileWorker: ({ input }) => {
    if (workers.some(({ username }) => username === input.username))
      return named('username', 'This username is taken.')
    const { username, firstName, lastName } = input
    const displayName = `${firstName} ${lastName}`.trim() || username
    workers.push({
      __typename: 'MobileWorker',
      id: `MobileWorker:${username}`,
      userId: `worker-${username}`,
      username,
      firstName,
      lastName,
      displayName,
      active: true,
      createdAt: clock(),
      userData: {},
    })
    return { mobileWorker: workerOf(workers.at(-1)), userErrors: [] }
  },
  setMobileWorkerActive: ({ input }) => {
    const worker = workers.find(({ userId }) => userId === input.userId)
    worker.active = input.active
    return { mobileWorker: workerOf(worker), userErrors: [] }
  },
  resetMobileWorkerPassword: ({ input }) => ({
    mobileWorker: workerOf(workers.find(({ userId }) => userId === input.userId)),
    userErrors: [],
  }),
  createApiKey: ({ input }) => {
    keys.push({
      apiKeyId: `key-${keys.length + 1}`,
      name: input.name,
      createdAt: clock(),
      lastUsedAt: null,
      expiresAt: input.expiresAt ?? null,
      project: input.project ?? null,
    })
    return { apiKey: keys.at(-1), secret: '7c1f09be5a3d4482b6e1c0d9f3a85217', userErrors: [] }
  },
  revokeApiKey: ({ input }) => {
    keys.splice(
      keys.findIndex(({ apiKeyId }) => apiKeyId === input.apiKeyId),
      1,
    )
    return { userErrors: [] }
  },
  formChanged: () => events('form'),
  caseChanged: () => events('case'),
}
