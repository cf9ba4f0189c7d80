// SPDX-License-Identifier: Apache-2.0
// Cases and forms as the API shows them.
import { cases, iso } from './mock-data.mjs'

export function page(all, { first = 50, after }, map) {
  const from = after ? Number(Buffer.from(after, 'base64url').toString()) : 0
  const nodes = all.slice(from, from + first).map(map)
  return {
    nodes,
    totalCount: all.length,
    pageInfo: {
      hasNextPage: from + first < all.length,
      hasPreviousPage: from > 0,
      startCursor: null,
      endCursor: Buffer.from(String(from + nodes.length)).toString('base64url'),
    },
  }
}

const live = (step) => step.form.state === 'NORMAL'

function transactions(found) {
  const now = {}
  return found.steps.map((step, index) => {
    const changes = Object.entries(step.set)
      .filter(([name, value]) => now[name] !== value)
      .map(([name, after]) => ({ name, before: now[name] ?? null, after }))
    if (live(step)) Object.assign(now, step.set)
    return { ordinal: index + 1, step, changes }
  })
}

export function caseOf(found) {
  if (!found) return null
  const steps = transactions(found)
  const last = found.steps.filter(live).at(-1) ?? found.steps[0]
  const properties = Object.assign({}, ...found.steps.filter(live).map(({ set }) => set))
  const worker = last.form.worker
  return {
    ...found,
    ownerId: found.worker.userId,
    owner: found.worker,
    externalId: null,
    deleted: false,
    openedOn: iso(found.openedAt),
    openedBy: found.worker.username,
    modifiedOn: iso(last.form.at),
    modifiedBy: worker.userId,
    modifiedByUser: worker,
    closedOn: found.closed ? iso(last.form.at) : null,
    closedBy: found.closed ? worker.username : null,
    serverModifiedOn: iso(found.touchedAt ?? last.form.at),
    properties,
    ledgers: [],
    indices: found.parent
      ? [
          {
            identifier: 'parent',
            relationship: 'child',
            caseType: found.parent.type,
            caseId: found.parent.caseId,
            case: () => caseOf(found.parent),
          },
        ]
      : [],
    referencedBy: (args) =>
      page(
        cases.filter(({ parent }) => parent === found),
        args,
        (each) => ({
          identifier: 'parent',
          relationship: 'child',
          case: caseOf(each),
        }),
      ),
    provenance: () =>
      Object.entries(properties).map(([name, value]) => {
        const { ordinal, step } = steps
          .filter((each) => live(each.step) && name in each.step.set)
          .at(-1)
        return {
          name,
          value,
          formId: step.form.formId,
          ordinal,
          serverDate: iso(step.form.at),
          userId: step.form.worker.userId,
          user: step.form.worker,
        }
      }),
    history: (args) =>
      page(steps.toReversed(), args, ({ ordinal, step, changes }) => ({
        ordinal,
        kinds: ['FORM', ...step.kinds],
        formId: step.form.formId,
        form: formOf(step.form),
        serverDate: iso(step.form.at),
        userId: step.form.worker.userId,
        user: step.form.worker,
        revoked: !live(step),
        changes,
      })),
    forms: (args) => page(found.steps.toReversed(), args, ({ form }) => formOf(form)),
  }
}

function questionsOf(answers, path = '/data', depth = 0) {
  return Object.entries(answers).flatMap(([name, value]) =>
    typeof value === 'object'
      ? [
          { path: `${path}/${name}`, name, depth, kind: 'GROUP', value: null },
          ...questionsOf(value, `${path}/${name}`, depth + 1),
        ]
      : [{ path: `${path}/${name}`, name, depth, kind: 'QUESTION', value }],
  )
}

function xmlOf(answers, indent) {
  return Object.entries(answers)
    .map(([name, value]) =>
      typeof value === 'object'
        ? `${indent}<${name}>\n${xmlOf(value, `${indent}  `)}\n${indent}</${name}>`
        : `${indent}<${name}>${value}</${name}>`,
    )
    .join('\n')
}

export function formOf(form) {
  if (!form) return null
  const at = iso(form.at)
  return {
    ...form,
    userId: form.worker.userId,
    user: form.worker,
    username: form.worker.username,
    edited: false,
    receivedOn: at,
    timeStart: iso(form.at - 540_000),
    timeEnd: iso(form.at - 20_000),
    deviceId: 'commcare_35f0ab12',
    appId: 'afya-nyumbani',
    buildId: 'b42',
    appVersion: '42',
    commcareVersion: '2.57.1',
    submittedBy: form.worker.username,
    xml: () =>
      form.xml ??
      `<?xml version="1.0"?>\n<data name="${form.name}" xmlns="${form.xmlns}">\n${xmlOf(form.answers, '  ')}\n  <meta>\n    <instanceID>${form.formId}</instanceID>\n    <username>${form.worker.username}</username>\n    <timeEnd>${at}</timeEnd>\n  </meta>\n</data>`,
    questions: questionsOf(form.answers),
    attachments: [],
    history: form.events,
    caseChanges: () =>
      form.caseIds.map((caseId) => {
        const found = cases.find((each) => each.caseId === caseId)
        const { step, changes } = transactions(found).find((each) => each.step.form === form)
        return { caseId, case: caseOf(found), kinds: step.kinds, revoked: !live(step), changes }
      }),
  }
}
