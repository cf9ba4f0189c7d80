// SPDX-License-Identifier: Apache-2.0
import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { at } from './document/json.ts'
import { open, stubBuilder } from './testing/builder.tsx'

// The panels are fetched when they are first shown.
configure({ asyncUtilTimeout: 30_000 })

/** Fills a field at once; each key would draw the whole panel. */
const fill = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } })

/** The part of a list that has a field; roles of so many fields take long to find. */
const partWith = async (label: string) =>
  (await screen.findByLabelText(label)).closest('fieldset') as HTMLElement

const saved = async (check: () => void) => {
  await userEvent.keyboard('{Control>}s{/Control}')
  await waitFor(check)
}

describe('a panel of the builder', { timeout: 60_000 }, () => {
  let server: ReturnType<typeof stubBuilder>
  beforeEach(() => {
    server = stubBuilder()
  })
  const details = () => server.menu('mod_mothers')?.['case_details']

  it('completes what a case has in the filter of its list', async () => {
    open('?menu=mod_mothers')
    const user = userEvent.setup()
    const field = await screen.findByLabelText('Filter', { selector: 'textarea' })
    await user.clear(field)
    await user.keyboard("vil{Enter} = 'K")
    expect(screen.queryByRole('listbox', { name: 'Filter' })).toBeNull()
    expect(field).toHaveProperty('value', "village = 'K")
  })

  it('leads from a form to another one', async () => {
    open('?form=form_reg&tab=settings')
    const user = userEvent.setup()
    const after = await screen.findByLabelText('After the form')
    await user.selectOptions(after, 'Link to other form or menu')
    await user.click(await screen.findByText('Add Link'))
    const link = within(await partWith('Leads to'))
    await user.selectOptions(
      link.getByLabelText('Leads to'),
      link.getByRole('option', { name: /^Mothers › .*[Vv]isit/ }),
    )
    fill(link.getByLabelText('Condition of the link', { selector: 'textarea' }), '#user/username')
    await user.click(link.getByLabelText('Say which cases it is about'))
    await user.click(link.getByLabelText('Its value', { selector: 'textarea' }))
    await user.paste('#session/data/case_id_new')
    await user.keyboard('{Enter}')
    await saved(() =>
      expect(server.form('form_reg')).toMatchObject({
        post_form_workflow: 'form',
        form_links: [
          {
            xpath: '#user/username',
            form_id: 'form_visit',
            form_module_id: 'mod_mothers',
            datums: [{ name: 'case_id', xpath: '#session/data/case_id_new_mother_0' }],
          },
        ],
      }),
    )
  })

  it('asks for cases on the server', async () => {
    open('?menu=mod_mothers&tab=search')
    const user = userEvent.setup()
    await user.click(await screen.findByText('Add Search Property'))
    const field = within(await partWith('Answered by'))
    fill(field.getByLabelText('Property'), 'dob')
    fill(field.getByLabelText('Display text (en)'), 'Born')
    await user.selectOptions(field.getByLabelText('Answered by'), 'Date range')
    await user.click(field.getByText('Hint, heading, conditions and more'))
    await user.click(field.getByText('Add Validation'))
    fill(field.getByLabelText('Validation condition', { selector: 'textarea' }), 'true()')
    fill(screen.getByLabelText('Claim condition', { selector: 'textarea' }), 'false()')
    fill(screen.getByLabelText('Case types besides'), 'child, visit ')
    await saved(() =>
      expect(server.menu('mod_mothers')?.['search_config']).toEqual({
        properties: [
          {
            name: 'dob',
            label: { en: 'Born' },
            is_group: false,
            input_: 'daterange',
            appearance: '',
            validations: [{ test: 'true()', text: {} }],
          },
        ],
        additional_relevant: 'false()',
        additional_case_types: ['child', 'visit'],
      }),
    )
  })

  it('says how cases are chosen, sorted and shown in tabs', async () => {
    open('?menu=mod_mothers')
    const user = userEvent.setup()
    await user.click(await screen.findByLabelText('Several cases can be chosen'))
    fill(screen.getByLabelText('At most'), '7')
    await user.click(screen.getByText('Add Sort Property'))
    await user.selectOptions(screen.getAllByLabelText('Blanks').at(-1) as HTMLElement, 'Last')
    await user.click(screen.getByText('Case detail'))
    await user.click(await screen.findByText('Add Tab'))
    fill(await screen.findByLabelText('Name of the tab (en)'), 'All')
    await saved(() =>
      expect(at(details(), 'long', 'tabs')).toEqual([
        { header: { en: 'All' }, starting_index: 0, has_nodeset: false },
      ]),
    )
    expect(at(details(), 'short')).toMatchObject({ multi_select: true, max_select_value: 7 })
    expect(at(details(), 'short', 'sort_elements', '2')).toEqual({
      field: 'name',
      type: 'string',
      direction: 'ascending',
      blanks: 'last',
    })
  })

  it('finds a setting of phones by its name and says it otherwise', async () => {
    open('')
    const user = userEvent.setup()
    const search = await screen.findByLabelText('Find a setting')
    fill(search, 'auto-sync')
    expect(screen.getByText('1 setting')).toBeTruthy()
    const field = screen.getByLabelText('Auto-Sync Frequency')
    expect(within(field).getByText('Default: Never')).toBeTruthy()
    await user.selectOptions(field, 'Daily')
    fill(search, 'cc-days-form')
    fill(screen.getByLabelText('Days for Review (-1 for always)'), 'soon')
    expect(screen.getByText('A whole number.')).toBeTruthy()
    fill(screen.getByLabelText('Days for Review (-1 for always)'), '7')
    fill(search, 'nothing like this')
    expect(screen.getByText('No setting')).toBeTruthy()
    await saved(() =>
      expect(at(server.app(), 'profile', 'properties')).toMatchObject({
        'cc-autosync-freq': 'freq-daily',
        'cc-days-form-retain': '7',
      }),
    )
  })
})
