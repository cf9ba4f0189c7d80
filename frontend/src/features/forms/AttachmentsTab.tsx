// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Stack, Text } from '@mantine/core'
import { useFormat } from '../../lib/format/useFormat.ts'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import classes from './AttachmentsTab.module.css'

export const AttachmentsTabFragment = graphql(`
  fragment AttachmentsTab on Form {
    attachments {
      name
      contentType
      size
      url
      setAside
    }
  }
`)

/** Photos and files that came with the form. */
export function AttachmentsTab({ form }: { form: FragmentOf<typeof AttachmentsTabFragment> }) {
  const t = useT()
  const format = useFormat()
  const { attachments } = readFragment(AttachmentsTabFragment, form)
  return (
    <Stack>
      {attachments.map(({ name, contentType, size, url, setAside }) => (
        <Panel key={name}>
          <Group align="flex-start">
            {url && contentType.startsWith('image/') && (
              <img
                src={url}
                alt={t('attachment.image', { name })}
                className={classes['image']}
                loading="lazy"
              />
            )}
            <div>
              <Text fw={500}>{url ? <Anchor href={url}>{name}</Anchor> : name}</Text>
              <Text size="sm" c="dimmed">
                {contentType} · {format.bytes(size)}
              </Text>
              {setAside && <Text size="sm">{t('attachment.setAside', { reason: setAside })}</Text>}
            </div>
          </Group>
        </Panel>
      ))}
    </Stack>
  )
}
