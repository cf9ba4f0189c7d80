// SPDX-License-Identifier: Apache-2.0
import { Alert } from '@mantine/core'
import type { Problem } from '../../ui/form/EditForm.tsx'

/** What kept a change from being made, as far as no field says so itself. */
export function Problems({ problems, fields = [] }: { problems: Problem[]; fields?: string[] }) {
  const general = problems.filter(({ field }) => field === null || !fields.includes(field))
  if (general.length === 0) return null
  return (
    <Alert color="red" variant="light" role="alert">
      {general.map(({ message }) => message).join(' ')}
    </Alert>
  )
}
