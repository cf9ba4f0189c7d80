// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { open, stubBuilder, type Change } from './testing/builder.tsx'

const tree = () => screen.findByRole('tree', { name: 'Questions' })
const rows = async () =>
  within(await tree())
    .getAllByRole('treeitem')
    .map((row) => row.dataset['key'] && row.querySelector('code')?.textContent)

describe('the builder', () => {
  let changes: () => Change[]
  beforeEach(() => {
    changes = stubBuilder().changes
  })

  it('shows menus, forms and the questions of the form of the address', async () => {
    open('?form=form_reg')
    const link = await screen.findByRole('link', { name: /^Regist/ })
    expect(link.getAttribute('aria-current')).toBe('page')
    expect(await rows()).toContain('full_name')
  })

  it('says what the server finds wrong where it is', async () => {
    open('?form=form_reg&question=/data/full_name')
    expect(await screen.findByText('Nobody has this name.')).toBeTruthy()
    const row = within(await tree()).getByRole('treeitem', { selected: true })
    expect(row.textContent).toContain('Error')
    expect(screen.getByRole('link', { name: /^Regist.*Error/ })).toBeTruthy()
  })

  it('moves questions by keyboard, keeps the focus, and takes it back', async () => {
    open('?form=form_reg')
    const before = await rows()
    const user = userEvent.setup()
    const [first] = within(await tree()).getAllByRole('treeitem')
    first?.focus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}')
    await waitFor(async () => expect((await rows()).slice(0, 2)).toEqual([before[1], before[0]]))
    expect(globalThis.document.activeElement?.querySelector('code')?.textContent).toBe(before[0])
    await user.click(screen.getByRole('button', { name: 'Undo' }))
    expect(await rows()).toEqual(before)
  })

  it('names a new question after its label and saves it', async () => {
    open('?form=form_reg')
    const user = userEvent.setup()
    await tree()
    await user.click(screen.getByRole('button', { name: 'Add Question' }))
    await user.click(screen.getByRole('button', { name: 'Date' }))
    await user.type(screen.getByRole('textbox', { name: 'Label (en)' }), 'Date of visit')
    expect(await rows()).toContain('date_of_visit')
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(changes().at(-1)?.putSource?.source).toContain('<date_of_visit/>'))
  })

  it('completes names and says what cannot be right while somebody types', async () => {
    open('?form=form_reg')
    const user = userEvent.setup()
    await tree()
    const field = screen.getByRole('textbox', { name: 'Display condition' })
    await user.type(field, '#form/full')
    await user.click(await screen.findByRole('option', { name: /#form\/full_name/ }))
    expect(field).toHaveProperty('value', '#form/full_name')
    await user.type(field, ' = todday(')
    expect(screen.getByText(/There is no function todday/)).toBeTruthy()
    expect(screen.getByText(/“\(” has no counterpart/)).toBeTruthy()
  })

  it('saves to another case what expressions say', async () => {
    open('?form=form_reg')
    const user = userEvent.setup()
    await tree()
    await user.click(screen.getByRole('button', { name: 'Add Question' }))
    await user.click(screen.getByRole('button', { name: 'Save to Case' }))
    await user.type(screen.getByRole('textbox', { name: 'Case type' }), 'visit')
    await user.type(screen.getByRole('textbox', { name: 'Case ID' }), "concat('a', 'b') ")
    await user.click(screen.getByRole('button', { name: 'Add Property' }))
    await user.type(screen.getByRole('textbox', { name: 'Value' }), 'today() + 1')
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(changes()).toHaveLength(1))
    const source = changes()[0]?.putSource?.source ?? ''
    expect(source).toContain('vellum:case_type="visit"')
    expect(source).toMatch(/case\/@case_id" calculate="concat\('a', 'b'\)"/)
    expect(source).toMatch(/update\/property_1" calculate="today\(\) \+ 1"/)
  })

  it('saves which question goes to which property', async () => {
    open('?form=form_visit&tab=cases')
    const user = userEvent.setup()
    const select = await screen.findByRole('combobox', { name: 'Question to save' })
    const option = within(select).getAllByRole('option').at(1)
    await user.selectOptions(select, option as HTMLElement)
    await user.click(screen.getByRole('button', { name: 'Save Question' }))
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(changes()).toHaveLength(1))
    expect(changes()[0]?.put?.path).toMatch(/^forms\[form_visit\]\.actions\.update_case\.update/)
  })

  it('says what the server finds wrong with an expression', async () => {
    open('?menu=mod_mothers')
    expect(
      await screen.findByText("'archived': A number is needed here.", {}, { timeout: 15_000 }),
    ).toBeTruthy()
  })

  it('designs the case list', async () => {
    open('?menu=mod_mothers')
    const user = userEvent.setup()
    const first = within(await screen.findByRole('group', { name: 'Property 1' }))
    await user.selectOptions(first.getByRole('combobox', { name: 'Format' }), 'Markdown')
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(changes()).toHaveLength(1))
    expect(changes()[0]?.put?.path).toBe('menus[mod_mothers].case_details.short.columns')
    expect(changes()[0]?.put?.value).toHaveProperty('0.format', 'markdown')
  })

  it('adds a language', async () => {
    open('')
    const user = userEvent.setup()
    await user.type(await screen.findByRole('textbox', { name: 'Add a language' }), 'fr{Enter}')
    await user.keyboard('{Control>}s{/Control}')
    await waitFor(() =>
      expect(changes()).toEqual([{ put: { path: 'langs', value: ['en', 'sw', 'fr'] } }]),
    )
  })

  it('is only to be looked at by who may not build', async () => {
    open('?form=form_reg', ['view_apps'])
    const before = await rows()
    const user = userEvent.setup()
    expect(screen.getByText(/^You may look at this application/)).toBeTruthy()
    within(await tree())
      .getAllByRole('treeitem')[0]
      ?.focus()
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}{Delete}')
    expect(await rows()).toEqual(before)
    expect(
      screen.getByRole('textbox', { name: 'Question ID' }).closest('fieldset[disabled]'),
    ).not.toBeNull()
  })
})
