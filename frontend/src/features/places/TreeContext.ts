// SPDX-License-Identifier: Apache-2.0
import { createContext, useContext, type ReactNode } from 'react'

type Tree = {
  /** The line that the Tab key reaches; the arrow keys move it. */
  current: string | null
  setCurrent: (locationId: string) => void
  /** Are archived locations shown too? */
  archived: boolean
  /** Codes of the levels that have a level below them. */
  parentLevels: ReadonlySet<string>
  /** The lines directly below a location. */
  linesBelow: (locationId: string) => ReactNode
}

export const TreeContext = createContext<Tree | null>(null)

export function useTree(): Tree {
  const tree = useContext(TreeContext)
  if (!tree) throw new Error('useTree needs a tree above it')
  return tree
}
