// SPDX-License-Identifier: Apache-2.0
import { cleanup, configure } from '@testing-library/react'
import { afterEach, vi } from 'vitest'

// Long enough for a machine that builds beside it; what is there is found at once.
configure({ asyncUtilTimeout: 10_000 })

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
