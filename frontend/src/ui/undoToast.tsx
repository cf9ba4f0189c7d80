// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core'
import { hideNotification, showNotification } from '@mantine/notifications'

type Toast = { message: string; undoLabel: string; closeLabel: string; onUndo: () => void }

/** Says what was done and offers to take it back. */
export function undoToast({ message, undoLabel, closeLabel, onUndo }: Toast): void {
  const id = crypto.randomUUID()
  showNotification({
    id,
    role: 'status',
    autoClose: 12_000,
    withBorder: true,
    closeButtonProps: { 'aria-label': closeLabel },
    message: (
      <Group justify="space-between" wrap="nowrap">
        {message}
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            hideNotification(id)
            onUndo()
          }}
        >
          {undoLabel}
        </Button>
      </Group>
    ),
  })
}

export function messageToast(message: string, closeLabel: string): void {
  showNotification({
    role: 'status',
    withBorder: true,
    closeButtonProps: { 'aria-label': closeLabel },
    message,
  })
}
