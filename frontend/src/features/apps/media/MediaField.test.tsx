// SPDX-License-Identifier: Apache-2.0
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { renderPage } from '../../../lib/testing/renderPage.tsx'
import { stubServer } from '../../../lib/testing/stubServer.ts'
import { FormDesigner } from '../designer/FormDesigner.tsx'
import { menuOf, type AppDocument } from '../document/appDocument.ts'
import { AppEditing } from '../editing/AppEditing.ts'
import { EditingContext } from '../editing/EditingContext.tsx'
import type { AppServer } from '../editing/server.ts'
import { sha1 } from '../editing/sha1.ts'
import { appFile } from '../testing/sources.ts'
import { visited } from '../xform/walk.ts'
import { MediaFields } from './MediaFields.tsx'

const { _attachments: sources, ...rest } = appFile('01-chw')
const start = rest as unknown as AppDocument
const picture = new File(['x'], 'any.png', { type: 'image/png' })

const choose = async (label: string) => {
  const button = await screen.findByRole('button', { name: `Upload: ${label}` })
  const input = button.parentElement?.querySelector<HTMLInputElement>('input[type=file]')
  await userEvent.upload(input as HTMLInputElement, picture)
}

const pathOfIcon = (language: string) => `jr://file/commcare/image/menu-mod_moth-${language}.png`

describe('a file on its way', () => {
  let editing: AppEditing
  /** What ends the sending of a file, by its path. */
  let arrived: Map<string, () => void>
  const arrives = async (path: string) => {
    await waitFor(() => expect([...arrived.keys()]).toContain(path))
    arrived.get(path)?.()
  }
  beforeEach(() => {
    arrived = new Map()
    stubServer({
      AppProblems: () => ({ data: { project: null } }),
      BuilderLookupTables: () => ({ data: { project: null } }),
      ExpressionFindings: () => ({ data: { project: null } }),
    })
    const server: AppServer = {
      save: async () => ({ failed: 'not asked for' }),
      sendMedia: (_kind, path) =>
        new Promise((resolve) => {
          arrived.set(path, () => resolve(null))
        }),
      readApp: async () => ({ document: start, version: 7 }),
      readSource: async (formId) => {
        const source = sources[`${formId}.xml`] ?? ''
        return { source, digest: sha1(source) }
      },
    }
    editing = new AppEditing(server, { document: start, version: 7 })
  })
  it('takes nothing from another that arrives beside it', async () => {
    const owner = { kind: 'menu', id: 'mod_mothers' } as const
    renderPage(
      <EditingContext.Provider value={editing}>
        <MediaFields owner={owner} keys={['media_audio']} kind="image" label="menu.icon" />
      </EditingContext.Provider>,
    )
    await choose('Icon (en)')
    await choose('Icon (sw)')
    await arrives(pathOfIcon('en'))
    await arrives(pathOfIcon('sw'))
    await waitFor(() =>
      expect(menuOf(editing.draft.document, owner.id)?.['media_audio']).toEqual({
        en: pathOfIcon('en'),
        sw: pathOfIcon('sw'),
      }),
    )
  })

  it('leaves what was typed meanwhile', async () => {
    renderPage(
      <EditingContext.Provider value={editing}>
        <FormDesigner formId="form_reg" />
      </EditingContext.Provider>,
      { at: '/?question=/data/phone' },
    )
    await userEvent.click(await screen.findByText('Hint, help, media and more'))
    await choose('Image (en)')
    const label = screen.getAllByRole('textbox', { name: /^Label/ })[0] as HTMLElement
    await userEvent.clear(label)
    await userEvent.type(label, 'Her phone')
    await arrives('jr://file/commcare/image/form_reg/phone-en.png')
    await waitFor(() => {
      const form = editing.draft.forms['form_reg']
      const question = form && visited(form).find(({ path }) => path === '/data/phone')
      expect(question?.question.label.values['en']).toMatchObject({
        '': 'Her phone',
        image: 'jr://file/commcare/image/form_reg/phone-en.png',
      })
    })
  })
})
