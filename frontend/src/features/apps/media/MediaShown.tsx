// SPDX-License-Identifier: Apache-2.0
import type { MediaKind } from './mediaPaths.ts'
import classes from './MediaField.module.css'

type Props = { kind: MediaKind; address: string; name: string }

/** A media file as it is. Builders record what they say elsewhere, so there are no captions to show. */
export function MediaShown({ kind, address, name }: Props) {
  const shown = { className: classes['shown'], src: address }
  if (kind === 'image') return <img {...shown} alt={name} loading="lazy" />
  if (kind === 'audio') return <audio {...shown} aria-label={name} controls preload="none" />
  return <video {...shown} aria-label={name} controls preload="none" />
}
