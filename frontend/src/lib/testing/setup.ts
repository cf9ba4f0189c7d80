// SPDX-License-Identifier: Apache-2.0
import { cleanup } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

// The browser in memory has no media queries; Mantine asks for them.
vi.stubGlobal('matchMedia', (media: string) => ({
  media,
  matches: false,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}))

// Neither has it fonts that come later; fields that grow with their text listen for them.
Object.defineProperty(document, 'fonts', { value: new EventTarget() })

afterEach(() => {
  cleanup()
  localStorage.clear()
})
