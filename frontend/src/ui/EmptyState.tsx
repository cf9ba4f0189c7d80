// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'

type Props = { title: string; hint: string; action?: ReactNode }

/** Says what would be here, and how to get it. */
export function EmptyState({ title, hint, action }: Props) {
  return (
    <Stack align="center" gap={4} py={56} px="md" ta="center">
      <Text fw={600}>{title}</Text>
      <Text c="dimmed" maw={440} mb={action ? 'md' : 0}>
        {hint}
      </Text>
      {action}
    </Stack>
  )
}
