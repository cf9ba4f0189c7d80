// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { settings } from './browser.mjs'

/** The phone of a worker in the project `demo`; it remembers its last sync as phones do. */
export function phoneOf(username, password) {
  const authorization = `Basic ${btoa(`${username}@demo.commcarehq.org:${password}`)}`
  let since = ''
  return {
    /** What the server sends; a second sync says what the first one was. */
    async sync() {
      const query = new URLSearchParams({
        version: '2.0',
        device_id: 'browser-tests',
        ...(since && { since }),
      })
      const response = await fetch(`${settings.url}/a/demo/phone/restore/?${query}`, {
        headers: { Authorization: authorization, 'X-OpenRosa-Version': '3.0' },
      })
      const restore = await response.text()
      assert.equal(response.status, 200, restore)
      since = /<restore_id>([^<]+)</.exec(restore)[1]
      return restore
    },
  }
}

/** An attribute of a location as the phone has it; undefined where the phone does not have the location. */
export function attributeOf(restore, locationId, attribute) {
  const element = restore
    .match(/<location [^>]*>/g)
    ?.find((tag) => tag.includes(` id="${locationId}"`))
  return element && new RegExp(` ${attribute}="([^"]*)"`).exec(element)?.[1]
}
