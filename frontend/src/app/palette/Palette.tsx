// SPDX-License-Identifier: Apache-2.0
import { Modal } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { CurrentProject } from '../../lib/project/ProjectContext.tsx'
import { SearchList } from '../../ui/SearchList.tsx'
import { usePaletteItems } from './usePaletteItems.ts'

type Props = { project: CurrentProject | null; onClose: () => void }

/** One field that leads to screens, projects, and a case or form by its id. */
export function Palette({ project, onClose }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [search] = useDebouncedValue(text.trim(), 120)
  const { items, waiting } = usePaletteItems(project, text.trim(), search)
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={600}
      yOffset="12vh"
      transitionProps={{ duration: 80 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.title')}>
        <Modal.Body p={0}>
          <SearchList
            label={t('palette.label')}
            items={items}
            text={text}
            onText={setText}
            onOpen={(to) => {
              onClose()
              void navigate(to)
            }}
            waiting={waiting}
            empty={t('palette.empty')}
          />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}
