// SPDX-License-Identifier: Apache-2.0
import { Skeleton } from '@mantine/core'

const rows = [0, 1, 2, 3, 4, 5, 6, 7]

export function SkeletonRows({ columns }: { columns: number }) {
  return rows.map((row) => (
    <tr key={row} role="row">
      {Array.from({ length: columns }, (_, column) => (
        <td key={column} role="cell">
          <Skeleton h={12} my={5} w={`${45 + ((row * 3 + column * 5) % 5) * 9}%`} />
        </td>
      ))}
    </tr>
  ))
}
