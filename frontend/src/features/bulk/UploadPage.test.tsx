// SPDX-License-Identifier: Apache-2.0
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { renderPage } from '../../lib/testing/renderPage.tsx'
import { UploadPage } from './UploadPage.tsx'

let sent: { url: string; form: FormData }[]
let answer: { status: number; text: string }

/** Stands for the browser's own, which the browser in memory would let go to the network. */
class StubRequest extends EventTarget {
  upload = new EventTarget()
  status = 0
  responseText = ''
  private url = ''
  open(_method: string, url: string) {
    this.url = url
  }
  setRequestHeader() {}
  send(form: FormData) {
    sent.push({ url: this.url, form })
    this.status = answer.status
    this.responseText = answer.text
    this.dispatchEvent(new Event('load'))
  }
}

const book = (name: string) => new File(['PK'], name)
const draw = (workbook: string) =>
  renderPage(<UploadPage />, { path: '/upload/:workbook', at: `/upload/${workbook}` })

describe('an upload', () => {
  beforeEach(() => {
    sent = []
    answer = { status: 202, text: '{"jobId":"j1"}' }
    vi.stubGlobal('XMLHttpRequest', StubRequest)
  })

  it('asks for a workbook before anything is sent', async () => {
    draw('mobile-workers')
    await userEvent.click(screen.getByRole('button', { name: 'Upload' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Choose a workbook.')
    expect(sent).toEqual([])
  })

  it('sends the workbook to be checked only', async () => {
    draw('lookup-tables')
    await userEvent.upload(screen.getByLabelText('Excel workbook'), book('tables.xlsx'))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only check' }))
    await userEvent.click(screen.getByRole('button', { name: 'Check' }))
    await expect.poll(() => sent.length).toBe(1)
    expect(sent[0]?.url).toBe('/a/demo/bulk/lookup-tables/')
    expect(sent[0]?.form.get('checkOnly')).toBe('true')
    expect((sent[0]?.form.get('file') as File | undefined)?.name).toBe('tables.xlsx')
  })

  it('says at the field why the server did not take it', async () => {
    answer = { status: 400, text: '{"code":"NOT_A_WORKBOOK","detail":"No."}' }
    draw('groups')
    await userEvent.upload(screen.getByLabelText('Excel workbook'), book('groups.xlsx'))
    await userEvent.click(screen.getByRole('button', { name: 'Upload' }))
    await screen.findByRole('alert')
    expect(screen.getAllByText('This is no Excel workbook. Save it as .xlsx first.')).toHaveLength(
      2,
    )
  })

  it('is kept from those who may not change what is in it', () => {
    renderPage(<UploadPage />, {
      path: '/upload/:workbook',
      at: '/upload/locations',
      permissions: ['view_locations'],
    })
    expect(screen.getByText('You may not see this')).toBeTruthy()
    expect(screen.queryByLabelText('Excel workbook')).toBeNull()
  })
})
