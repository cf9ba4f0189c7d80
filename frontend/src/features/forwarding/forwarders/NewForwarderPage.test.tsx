// SPDX-License-Identifier: Apache-2.0
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage } from '../../../lib/testing/renderPage.tsx'
import { stubServer } from '../../../lib/testing/stubServer.ts'
import { NewForwarderPage } from './NewForwarderPage.tsx'

const project = (more: object) => ({
  data: { project: { __typename: 'Project', id: 'p', ...more } },
})

describe('a new forwarder', () => {
  it('asks for what the type needs, in the words of CommCare HQ, and sends what was chosen', async () => {
    const calls = stubServer({
      ForwarderChoices: () =>
        project({
          connections: [{ id: 'c1', name: 'OpenFn', url: 'https://www.openfn.org/inbox/1' }],
          forwarderTypes: [
            {
              slug: 'FormRepeater',
              label: 'Forward Forms',
              formats: [
                { slug: 'form_xml', label: 'XML', language: null, example: null },
                { slug: 'form_json', label: 'JSON', language: null, example: null },
              ],
            },
          ],
        }),
      ForwardedKinds: () => project({ formTypes: [], caseTypes: [] }),
      CreateForwarder: () => ({
        data: { createForwarder: { forwarder: { id: 'f1' }, userErrors: [] } },
      }),
    })
    renderPage(<NewForwarderPage />, { path: '/new', at: '/new?type=FormRepeater' })
    await screen.findByRole('heading', { name: 'Forward Forms' })
    expect(screen.getByLabelText<HTMLSelectElement>('Connection Settings').value).toBe('c1')
    await userEvent.selectOptions(screen.getByLabelText('Payload Format'), 'JSON')
    await userEvent.click(screen.getByLabelText("Include 'app_id' URL query parameter."))
    fireEvent.change(screen.getByLabelText('XMLNSes of forms to include'), {
      target: { value: 'http://example.org/a, http://example.org/b' },
    })
    await userEvent.click(screen.getByRole('button', { name: 'Start Forwarding' }))
    await expect
      .poll(() => calls.find(({ operation }) => operation === 'CreateForwarder')?.variables)
      .toMatchObject({
        input: {
          type: 'FormRepeater',
          format: 'form_json',
          method: 'POST',
          includeAppId: false,
          xmlnses: ['http://example.org/a', 'http://example.org/b'],
          requestsPerSecond: null,
        },
      })
  })
})
