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

afterEach(() => {
  cleanup()
  localStorage.clear()
})
