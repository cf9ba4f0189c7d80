// SPDX-License-Identifier: Apache-2.0
import type { AppDocument } from '../document/appDocument.ts'
import { at, objectOf, textOf } from '../document/json.ts'

export type MediaKind = 'image' | 'audio' | 'video'

/** The names of files that phones can show; the server looks at their content too. */
export const endings: Record<MediaKind, string> = {
  image: '.png,.jpg,.jpeg,.gif,.bmp,.webp',
  audio: '.mp3,.wav,.ogg,.oga,.opus,.m4a,.aac,.amr,.3ga,.flac',
  video: '.mp4,.m4v,.3gp,.3g2,.mov,.webm,.mkv,.avi,.mpg,.mpeg,.ogv',
}

const endingOf = (name: string) => /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''

/** Where the content of a path can be looked at; null where nobody has uploaded it. */
export function addressOf(app: AppDocument, path: string): string | null {
  const entry = objectOf(at(app, 'multimedia_map', path))
  const id = textOf(entry['multimedia_id'])
  return id ? `/hq/multimedia/file/${textOf(entry['media_type'])}/${id}/` : null
}

/** The path for a file: the one that is there if the file is of its sort, else one that nothing else has or was given. */
export function pathFor(
  app: AppDocument,
  kind: MediaKind,
  before: string,
  stem: string,
  file: string,
  given: ReadonlySet<string> = new Set(),
): string {
  const ending = endingOf(file)
  if (before.startsWith('jr://file/commcare/') && endingOf(before) === ending) return before
  const known = objectOf(app['multimedia_map'])
  const start = `jr://file/commcare/${kind}/${stem.replaceAll(/[^\w/-]/g, '_')}`
  for (let number = 1; ; number += 1) {
    const path = `${start}${number > 1 ? `-${number}` : ''}.${ending}`
    if (known[path] === undefined && !given.has(path)) return path
  }
}
