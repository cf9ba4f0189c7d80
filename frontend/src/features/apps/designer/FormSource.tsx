// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Skeleton, Stack, Text } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useEditing, useEditingState, useXForm } from '../editing/EditingContext.tsx'
import type { Form } from '../xform/form.ts'
import { UnreadableSource } from './UnreadableSource.tsx'

type Props = { formId: string; children: (form: Form) => ReactNode }

/** Brings the questions of a form, and says why where they cannot be had. */
export function FormSource({ formId, children }: Props) {
  const t = useT()
  const editing = useEditing()
  const form = useXForm(formId)
  const unreadable = useEditingState((state) => state.unreadable[formId])
  const unread = useEditingState((state) => state.unread[formId])
  useEffect(() => {
    void editing.openForm(formId)
  }, [editing, formId])
  if (unreadable) return <UnreadableSource formId={formId} {...unreadable} />
  if (form) return children(form)
  if (!unread) return <Skeleton h={320} aria-busy />
  return (
    <Alert variant="outline" color="red" role="alert" title={t('designer.unread')}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{unread}</Text>
        <Button size="xs" variant="default" onClick={() => void editing.openForm(formId)}>
          {t('action.tryAgain')}
        </Button>
      </Stack>
    </Alert>
  )
}
