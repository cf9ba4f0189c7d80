// SPDX-License-Identifier: Apache-2.0
import type { MediaKind } from './mediaPaths.ts'
import classes from './MediaField.module.css'

type Props = { kind: MediaKind; address: string; name: string }

/** A media file as it is. */
export function MediaShown({ kind, address, name }: Props) {
  const shown = { className: classes['shown'], src: address }
  if (kind === 'image') return <img {...shown} alt={name} loading="lazy" />
  // Phones know no captions; what is said stands in the text beside it.
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  if (kind === 'audio') return <audio {...shown} aria-label={name} controls preload="none" />
  // oxlint-disable-next-line jsx-a11y/media-has-caption
  return <video {...shown} aria-label={name} controls preload="none" />
}
