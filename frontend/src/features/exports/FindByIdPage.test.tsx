// SPDX-License-Identifier: Apache-2.0
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { FindByIdPage } from './FindByIdPage.tsx'

describe('finding data by id', () => {
  it('leads to what was found and says what was not', async () => {
    stubServer({
      FindById: ({ id }) => ({
        data: {
          project: { id: 'p', case: id === 'c1' ? { id: 'c', name: 'Ruth' } : null, form: null },
        },
      }),
    })
    renderPage(<FindByIdPage />)
    const box = screen.getByLabelText('Case ID')
    await userEvent.type(box, ' c1 {Enter}')
    expect(await screen.findByText(/Case found!/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'View' }).getAttribute('href')).toBe('/p/demo/cases/c1')
    await userEvent.clear(box)
    await userEvent.type(box, 'c2{Enter}')
    expect(await screen.findByText(/Could not find case/)).toBeTruthy()
  })

  it('is kept from those who may see no data', () => {
    renderPage(<FindByIdPage />, { permissions: ['view_locations'] })
    expect(screen.getByText('You may not see this')).toBeTruthy()
    expect(within(document.body).queryByLabelText('Case ID')).toBeNull()
  })
})
