// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, List, Stack } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useHotkeys } from '@mantine/hooks'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { LeaveGuard } from './LeaveGuard.tsx'

type Props<Values extends Record<string, unknown>> = {
  form: UseFormReturnType<Values>
  submitLabel: string
  /** Does the work; answers what went wrong, or nothing when all is well. */
  onSubmit: (values: Values) => Promise<Problem[] | undefined>
  onCancel: () => void
  children: ReactNode
}

/** `field` names the input at fault, where a single one is. */
export type Problem = { field: string | null; message: string }

/** A form with its buttons: saves with Ctrl-S, gathers its errors, asks before leaving with changes. */
export function EditForm<Values extends Record<string, unknown>>(props: Props<Values>) {
  const { form, submitLabel, onSubmit, onCancel, children } = props
  const t = useT()
  const element = useRef<HTMLFormElement>(null)
  const summary = useRef<HTMLDivElement>(null)
  const [busy, setBusy] = useState(false)
  const [problems, setProblems] = useState<string[]>([])
  useHotkeys([['mod+S', () => element.current?.requestSubmit()]], [])
  useEffect(() => {
    if (problems.length > 0) summary.current?.focus()
  }, [problems])

  const submit = form.onSubmit(
    async (values) => {
      setBusy(true)
      const found = await onSubmit(values)
      setBusy(false)
      for (const { field, message } of found ?? []) if (field) form.setFieldError(field, message)
      setProblems(found?.map(({ message }) => message) ?? [])
    },
    (errors) => setProblems(Object.values(errors).map(String)),
  )
  return (
    <form ref={element} onSubmit={submit} noValidate>
      <LeaveGuard when={form.isDirty() && !busy} />
      <Stack gap="lg">
        {problems.length > 0 && (
          <Alert
            ref={summary}
            tabIndex={-1}
            role="alert"
            color="red"
            variant="outline"
            title={t('form.problems', { count: problems.length })}
          >
            <List size="sm">
              {problems.map((problem) => (
                <List.Item key={problem}>{problem}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        {children}
        <Group>
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
          <Button variant="default" onClick={onCancel}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
