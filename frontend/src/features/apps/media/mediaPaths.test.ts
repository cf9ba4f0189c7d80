// SPDX-License-Identifier: Apache-2.0
import { expect, it } from 'vitest'
import { addressOf, pathFor } from './mediaPaths.ts'

const taken = 'jr://file/commcare/image/f1/age-en.png'
const app = {
  multimedia_map: { [taken]: { multimedia_id: '5e', media_type: 'CommCareImage' } },
}

it('gives a new file a path of its own', () => {
  expect(pathFor(app, 'image', '', 'f1/name-en', 'Photo of Me.JPG')).toBe(
    'jr://file/commcare/image/f1/name-en.jpg',
  )
  expect(pathFor(app, 'image', '', 'f1/age-en', 'age.png')).toBe(
    'jr://file/commcare/image/f1/age-en-2.png',
  )
  const given = new Set(['jr://file/commcare/image/f1/name-en.jpg'])
  expect(pathFor(app, 'image', '', 'f1/name-en', 'a.jpg', given)).toBe(
    'jr://file/commcare/image/f1/name-en-2.jpg',
  )
})

it('keeps the path of a file that is replaced by one of its sort', () => {
  expect(pathFor(app, 'image', taken, 'f1/age-en', 'other.png')).toBe(taken)
  expect(pathFor(app, 'image', taken, 'f1/age-en', 'other.gif')).toBe(
    'jr://file/commcare/image/f1/age-en.gif',
  )
})

it('lets no letter into a path that phones would stumble over', () => {
  expect(pathFor(app, 'audio', '', 'f1/âge "x"-en', 'a.mp3')).toBe(
    'jr://file/commcare/audio/f1/_ge__x_-en.mp3',
  )
})

it('knows where what was uploaded can be looked at', () => {
  expect(addressOf(app, taken)).toBe('/hq/multimedia/file/CommCareImage/5e/')
  expect(addressOf(app, 'jr://file/commcare/image/none.png')).toBeNull()
})
