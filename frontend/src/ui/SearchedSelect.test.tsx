// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../lib/testing/renderPage.tsx'
import { SearchedSelect } from './SearchedSelect.tsx'

/** Shows two of what begins with the words. */
function Chooser({ names }: { names: string[] }) {
  const [text, setText] = useState('')
  const [value, setValue] = useState('')
  const found = names.filter((name) => name.startsWith(text))
  return (
    <>
      <SearchedSelect
        label="App"
        options={found.slice(0, 2).map((name) => ({ value: name, label: name }))}
        more={found.length > 2}
        text={text}
        onText={setText}
        value={value}
        onChange={setValue}
      />
      <output>{value}</output>
    </>
  )
}

const list = () => screen.getByRole<HTMLSelectElement>('combobox')
const labels = () => screen.getAllByRole('option').map((option) => option.textContent)

describe('a choice that is searched', () => {
  it('is a plain list where all fit', () => {
    renderPage(<Chooser names={['ants', 'bees']} />)
    expect(labels()).toEqual(['ants', 'bees'])
    expect(screen.queryByRole('searchbox')).toBeNull()
  })

  it('finds what is not in the list, and keeps what was chosen', async () => {
    renderPage(<Chooser names={['ants', 'bees', 'crabs']} />)
    const search = screen.getByRole('searchbox', { name: 'Find among: App' })
    await userEvent.type(search, 'cr')
    await userEvent.selectOptions(list(), 'crabs')
    await userEvent.clear(search)
    expect(screen.getByRole('status').textContent).toBe('crabs')
    expect(labels()).toEqual(['ants', 'bees', 'crabs'])
    expect(list().value).toBe('crabs')
  })
})
