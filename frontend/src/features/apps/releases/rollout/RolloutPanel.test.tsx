// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../../lib/testing/renderPage.tsx'
import { stubServer } from '../../../../lib/testing/stubServer.ts'
import { RolloutPanel } from './RolloutPanel.tsx'

const version = (number: number, released: boolean) => ({
  __typename: 'AppVersion',
  buildId: `b${number}`,
  number,
  comment: '',
  released,
})

const halted = {
  __typename: 'AppRollout',
  rolloutId: 'r1',
  buildId: 'b9',
  number: 9,
  formerBuildId: 'b7',
  percent: 10,
  groupIds: [],
  locationIds: [],
  errorLimit: 5,
  state: 'HALTED',
  haltReason: '3 of 4 phones with this version reported errors, 0 of 4 with others.',
  startedAt: '2026-11-30T06:00:00.000000Z',
  health: { phones: 4, troubled: 3, otherPhones: 4, otherTroubled: 0 },
}

function show(rollout: unknown) {
  const calls = stubServer({
    AppRollout: () => ({
      data: {
        project: {
          id: 'Project:demo',
          app: {
            __typename: 'App',
            appId: 'a1',
            rollout,
            rollouts: { nodes: [] },
            versions: { nodes: [version(9, false), version(7, true), version(5, false)] },
          },
        },
      },
    }),
    StartAppRollout: () => ({
      data: { startAppRollout: { rollout: { rolloutId: 'r1' }, userErrors: [] } },
    }),
    StepAppRollout: () => ({
      data: { stepAppRollout: { rollout: { rolloutId: 'r1', state: 'RUNNING' }, userErrors: [] } },
    }),
    RollBackApp: () => ({
      data: { rollBackApp: { version: { buildId: 'b11', number: 11 }, userErrors: [] } },
    }),
  })
  renderPage(<RolloutPanel appId="a1" onChanged={() => {}} />, { at: '/x', path: '/x' })
  return calls
}

describe('a rollout', () => {
  it('begins with a tenth, of a version above the release', async () => {
    const user = userEvent.setup()
    const calls = show(null)
    await user.click(await screen.findByRole('button', { name: 'Roll Out a Version' }))
    const dialog = within(screen.getByRole('dialog'))
    expect(dialog.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['9'])
    await user.click(dialog.getByRole('button', { name: 'Start Rollout' }))
    const [start] = calls.filter(({ operation }) => operation === 'StartAppRollout')
    expect(start?.variables).toEqual({
      input: {
        project: 'demo',
        buildId: 'b9',
        percent: 10,
        groupIds: [],
        locationIds: [],
        errorLimit: 5,
      },
    })
  })

  it('says why it halted, goes on, and is rolled back', async () => {
    const user = userEvent.setup()
    const calls = show(halted)
    expect(await screen.findByText(/3 of 4 phones with this version/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Go On' }))
    const [step] = calls.filter(({ operation }) => operation === 'StepAppRollout')
    expect(step?.variables).toEqual({ input: { project: 'demo', rolloutId: 'r1', step: 'RESUME' } })
    await user.click(screen.getByRole('button', { name: 'Roll back to 7' }))
    const dialog = within(screen.getByRole('dialog'))
    await user.click(dialog.getByRole('button', { name: 'Roll back to 7' }))
    const [back] = calls.filter(({ operation }) => operation === 'RollBackApp')
    expect(back?.variables).toEqual({ input: { project: 'demo', buildId: 'b7' } })
  })
})
