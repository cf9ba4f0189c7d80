// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../lib/testing/renderPage.tsx'
import { stubServer } from '../../../lib/testing/stubServer.ts'
import { PhonesTab } from './PhonesTab.tsx'

const project = (fields: object) => ({
  data: { project: { __typename: 'Project', id: 'Project:demo', ...fields } },
})
const phone = { __typename: 'PhoneOfCase', deviceId: 'd1', syncedOn: '2026-11-21T06:14:00.000000Z' }
const person = (userId: string, displayName: string) => ({
  __typename: 'MobileWorker',
  id: `MobileWorker:${userId}`,
  userId,
  displayName,
})
const holder = (userId: string, name: string, phones: object[]) => ({
  __typename: 'CaseHolder',
  userId,
  user: person(userId, name),
  phones,
})
const holders = (...heldBy: object[]) => project({ case: { __typename: 'Case', id: 'c', heldBy } })
const step = (caseId: string, name: string, reason: string) => ({
  __typename: 'WhyOnPhoneStep',
  caseId,
  ownerId: 'u1',
  closed: false,
  reason,
  case: { __typename: 'Case', id: caseId, name, type: 'mother', owner: person('u1', 'Amina') },
})
const why = (answer: object) =>
  project({
    mobileWorker: person('u1', 'Amina'),
    case: {
      __typename: 'Case',
      id: 'c',
      whyOnPhone: { __typename: 'WhyOnPhone', chain: [], phones: [], ...answer },
    },
  })
const chosen = () => project({ mobileWorker: person('u1', 'Amina') })

describe('the phones of a case', () => {
  it('are listed by worker, also where a phone does not hold it yet', async () => {
    stubServer({
      CaseHolders: () =>
        holders(holder('u1', 'Amina', [{ ...phone, holds: true }]), holder('u2', 'Boke', [])),
    })
    renderPage(<PhonesTab caseId="c" />)
    const row = (await screen.findByRole('link', { name: 'Amina' })).closest('tr')
    expect(row?.textContent).toContain('On the phone')
    expect(row?.textContent).toContain('09:14')
    expect(screen.getByRole('link', { name: 'Boke' }).closest('tr')?.textContent).toContain(
      'Has not synced yet',
    )
  })

  it('have a reason, told as a chain from what the worker owns', async () => {
    stubServer({
      CaseHolders: () => holders(holder('u1', 'Amina', [{ ...phone, holds: true }])),
      ChosenWorker: chosen,
      WhyOnPhone: () =>
        why({
          belongs: true,
          reason: 'NEEDED',
          chain: [step('child', 'Otieno', 'OWNED'), step('c', 'Achieng', 'NEEDED')],
        }),
    })
    const router = renderPage(<PhonesTab caseId="c" />)
    await userEvent.click(await screen.findByRole('button', { name: /phone of Amina/ }))
    const chain = await screen.findByRole('list', { name: 'Chain of cases' })
    const steps = within(chain).getAllByRole('listitem')
    expect(steps.map(({ textContent }) => textContent)).toEqual([
      'OtienomotherOpen, and owned by Amina',
      'AchiengmotherThe case above points to it',
    ])
    expect(router.state.location.search).toBe('?worker=u1')
  })

  it('say when a case that does not belong there will leave', async () => {
    stubServer({
      CaseHolders: () => holders(),
      ChosenWorker: chosen,
      WhyOnPhone: () =>
        why({ belongs: false, reason: 'NOT_HERS', phones: [{ ...phone, holds: true }] }),
    })
    renderPage(<PhonesTab caseId="c" />, { at: '/?worker=u1' })
    await screen.findByText('On no phone')
    await screen.findByText('It does not belong on the phone of Amina.')
    await screen.findByText('It leaves the phone at the next sync.')
  })
})
