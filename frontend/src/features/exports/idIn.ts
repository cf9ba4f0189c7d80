// SPDX-License-Identifier: Apache-2.0
/** The id in what somebody pasted: the text itself, or the last part of an address. */
export function idIn(text: string): string {
  const trimmed = text.trim()
  if (!/^https?:\/\//.test(trimmed)) return trimmed
  const [path = ''] = trimmed.split(/[?#]/)
  const last = path.replace(/\/+$/, '').split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}
