// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { PhoneDataPage } from './PhoneDataPage.tsx'

const settings = () => ({
  data: {
    project: {
      __typename: 'Project',
      id: 'Project:demo',
      userCasesEnabled: false,
      restoreSettings: {
        __typename: 'RestoreSettings',
        locationFixtures: 'FLAT',
        tracksStock: false,
      },
    },
  },
})

describe('Phone Data', () => {
  it('saves only what was changed', async () => {
    const calls = stubServer({
      PhoneData: settings,
      UpdateRestoreSettings: () => ({
        data: {
          updateRestoreSettings: {
            __typename: 'RestoreSettingsPayload',
            restoreSettings: {
              __typename: 'RestoreSettings',
              locationFixtures: 'BOTH',
              tracksStock: false,
            },
            userErrors: [],
          },
        },
      }),
    })
    renderPage(<PhoneDataPage />)
    await userEvent.click(await screen.findByLabelText('Both'))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    const saved = calls.filter(({ operation }) => operation !== 'PhoneData')
    expect(saved.map(({ operation }) => operation)).toEqual(['UpdateRestoreSettings'])
    expect(saved[0]?.variables['input']).toEqual({ project: 'demo', locationFixtures: 'BOTH' })
  })
})
