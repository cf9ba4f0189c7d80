// SPDX-License-Identifier: Apache-2.0
import { CloseButton, Group, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useT } from '../lib/i18n/I18nContext.tsx'

type Props = { title: string; onClose: () => void; children: ReactNode }

/** A small question or list in front of the page; Escape closes it and leads the focus back. */
export function Dialog({ title, onClose, children }: Props) {
  const t = useT()
  return (
    <Modal.Root opened onClose={onClose} transitionProps={{ duration: 80 }}>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body p="lg">
          <Group justify="space-between" align="flex-start" wrap="nowrap" mb="md">
            <Modal.Title fz={18} fw={600}>
              {title}
            </Modal.Title>
            <CloseButton aria-label={t('action.close')} onClick={onClose} />
          </Group>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
