// SPDX-License-Identifier: Apache-2.0

const rotated = (word: number, by: number) => (word << by) | (word >>> (32 - by))

/**
 * The SHA-1 of a text, by which the server names the sources of forms. The browser's own is not there on plain HTTP, as
 * in an office network.
 */
export function sha1(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const size = Math.ceil((bytes.length + 9) / 64) * 64
  const padded = new Uint8Array(size)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setUint32(size - 8, Math.floor(bytes.length / 0x20000000))
  view.setUint32(size - 4, bytes.length << 3)

  const hash = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]
  const words = new Int32Array(80)
  for (let block = 0; block < size; block += 64) {
    for (let index = 0; index < 80; index += 1) {
      words[index] =
        index < 16
          ? view.getInt32(block + index * 4)
          : rotated(
              (words[index - 3] ?? 0) ^
                (words[index - 8] ?? 0) ^
                (words[index - 14] ?? 0) ^
                (words[index - 16] ?? 0),
              1,
            )
    }
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = hash
    for (let index = 0; index < 80; index += 1) {
      const next = (rotated(a, 5) + mixed(index, b, c, d) + e + (words[index] ?? 0)) | 0
      ;[e, d, c, b, a] = [d, c, rotated(b, 30), a, next]
    }
    for (const [index, part] of [a, b, c, d, e].entries()) {
      hash[index] = ((hash[index] ?? 0) + part) | 0
    }
  }
  return hash.map((part) => (part >>> 0).toString(16).padStart(8, '0')).join('')
}

function mixed(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}
