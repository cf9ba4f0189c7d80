// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from '@mantine/core'
import { Link } from 'react-router'
import type { Action } from '../../ui/ActionMenu.tsx'

type Props = { of: string; actions: Action[] }

/** What can be done with a row of a table, each as a button: the table's edge would cut a menu off. */
export function RowActions({ of, actions }: Props) {
  return (
    <Group gap={4}>
      {actions.map((action) => {
        const look = {
          variant: 'subtle',
          size: 'compact-sm',
          'aria-label': `${action.label}: ${of}`,
        } as const
        return 'to' in action ? (
          <Button key={action.label} component={Link} to={action.to} {...look}>
            {action.label}
          </Button>
        ) : (
          <Button key={action.label} onClick={action.onClick} {...look}>
            {action.label}
          </Button>
        )
      })}
    </Group>
  )
}
