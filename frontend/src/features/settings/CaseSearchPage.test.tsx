// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { stubServer } from '../../lib/testing/stubServer.ts'
import { CaseSearchPage } from './CaseSearchPage.tsx'

const settings = () => ({
  data: {
    project: {
      __typename: 'Project',
      id: 'Project:demo',
      caseTypes: [{ __typename: 'CaseType', name: 'mother' }],
      caseSearchSettings: {
        __typename: 'CaseSearchSettings',
        enabled: true,
        fuzzyProperties: [{ __typename: 'SearchedProperty', caseType: 'mother', property: 'name' }],
        ignorePatterns: [],
      },
    },
  },
})
const saved = (userErrors: object[] = []) => ({
  data: {
    updateCaseSearchSettings: {
      __typename: 'CaseSearchSettingsPayload',
      caseSearchSettings: null,
      userErrors,
    },
  },
})

const patternLine = async () => {
  fireEvent.click(await screen.findByText('Add a pattern'))
  return within(screen.getByText('Ignore Patterns').closest('fieldset') as HTMLElement)
}
const fill = (field: HTMLElement | undefined, value: string) =>
  field && fireEvent.change(field, { target: { value } })
const save = () => fireEvent.submit(screen.getByText('Save').closest('form') as HTMLElement)

describe('Case Search', () => {
  it('saves all of it at once, without lines in which nothing is written', async () => {
    const calls = stubServer({
      CaseSearchSettings: settings,
      UpdateCaseSearchSettings: () => saved(),
    })
    renderPage(<CaseSearchPage />)
    const patterns = await patternLine()
    fill(patterns.getByLabelText('Case Type'), 'mother')
    fill(patterns.getByLabelText('Property'), 'phone')
    fill(patterns.getByLabelText('Regular expression'), '[- ]')
    fireEvent.click(screen.getByText('Add a property'))
    fill(screen.getAllByLabelText('Case Type')[1], '')
    fireEvent.click(screen.getByLabelText(/Phones may search/))
    save()
    const saves = () => calls.filter(({ operation }) => operation === 'UpdateCaseSearchSettings')
    await waitFor(() => expect(saves()).toHaveLength(1))
    expect(saves()[0]?.variables['input']).toEqual({
      project: 'demo',
      enabled: false,
      fuzzyProperties: [{ caseType: 'mother', property: 'name' }],
      ignorePatterns: [{ caseType: 'mother', property: 'phone', pattern: '[- ]' }],
    })
  })

  it('asks for what is missing before it asks the server', async () => {
    const calls = stubServer({ CaseSearchSettings: settings })
    renderPage(<CaseSearchPage />)
    const patterns = await patternLine()
    fill(patterns.getByLabelText('Case Type'), 'mother')
    save()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('a regular expression')
    expect(calls.map(({ operation }) => operation)).toEqual(['CaseSearchSettings'])
  })

  it('shows at the list what the server says of a pattern', async () => {
    const refusal = { __typename: 'UserError', message: 'No pattern.', field: ['input', 'pattern'] }
    stubServer({
      CaseSearchSettings: settings,
      UpdateCaseSearchSettings: () => saved([refusal]),
    })
    renderPage(<CaseSearchPage />)
    const patterns = await patternLine()
    fill(patterns.getByLabelText('Case Type'), 'mother')
    fill(patterns.getByLabelText('Property'), 'phone')
    fill(patterns.getByLabelText('Regular expression'), '(')
    save()
    await patterns.findByText('No pattern.')
  })
})
