// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Stack } from '@mantine/core'
import type { ColumnChoice } from './useColumns.ts'

/** A box for each column that can be shown. */
export function ColumnBoxes({ choices }: { choices: ColumnChoice[] }) {
  return (
    <Stack gap={10} p="md">
      {choices.map(({ id, header, shown, toggle }) => (
        <Checkbox key={id} label={header} checked={shown} onChange={toggle} />
      ))}
    </Stack>
  )
}
