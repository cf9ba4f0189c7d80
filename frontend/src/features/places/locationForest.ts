// SPDX-License-Identifier: Apache-2.0
import type { FoundLocation, LocationLine } from './locationLine.ts'

/** A location on the way to one that was found, or one that was found itself. */
export type ForestNode = { line: LocationLine; found: boolean; below: ForestNode[] }

/** What was found, each below the path that leads to it; paths that begin alike are one. */
export function locationForest(found: readonly FoundLocation[]): ForestNode[] {
  const roots: ForestNode[] = []
  for (const { line, ancestors } of found) {
    let level = roots
    for (const above of ancestors) level = nodeOf(level, above).below
    nodeOf(level, line).found = true
  }
  return roots
}

function nodeOf(level: ForestNode[], line: LocationLine): ForestNode {
  const known = level.find((node) => node.line.locationId === line.locationId)
  if (known) return known
  const node = { line, found: false, below: [] }
  level.push(node)
  return node
}
