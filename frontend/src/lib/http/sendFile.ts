// SPDX-License-Identifier: Apache-2.0
import { csrfToken } from './csrfFetch.ts'

/** The id of what became of the file, or why nothing did. */
export type Sent = { id: string } | { code: string; detail: string | undefined }

type Options = {
  url: string
  fields: Record<string, string | File>
  /** Told how much has gone, from 0 to 1; a slow line takes its time. */
  onProgress: (part: number) => void
}

/** Sends a file that becomes a job or is kept; `fetch` could not tell how much of it has gone. */
export function sendFile({ url, fields, onProgress }: Options): Promise<Sent> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', url)
    request.setRequestHeader('X-XSRF-TOKEN', csrfToken())
    request.upload.addEventListener('progress', ({ loaded, total }) =>
      onProgress(total > 0 ? loaded / total : 0),
    )
    request.addEventListener('load', () =>
      resolve(readAnswer(request.status, request.responseText)),
    )
    request.addEventListener('error', () => resolve({ code: 'UNREACHABLE', detail: undefined }))
    request.send(form)
  })
}

export function readAnswer(status: number, text: string): Sent {
  const answer = parsed(text)
  const id = answer['jobId'] ?? answer['tableId']
  if ((status === 201 || status === 202) && id) return { id }
  if (status === 403) return { code: 'FORBIDDEN', detail: undefined }
  return { code: answer['code'] ?? 'INTERNAL_ERROR', detail: answer['detail'] }
}

function parsed(text: string): Record<string, string | undefined> {
  try {
    return JSON.parse(text) as Record<string, string>
  } catch {
    return {}
  }
}
