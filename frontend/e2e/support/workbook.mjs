// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'

const deflated = 8
const nameOfSheet = (number) => `xl/worksheets/sheet${number}.xml`

/** An Excel workbook as the server writes it: texts stand in the cells themselves. */
export function workbookOf(bytes) {
  const parts = unzipped(bytes)
  const sheet = (number) => parts.get(nameOfSheet(number)).toString()
  return {
    /** The texts of a sheet by cell, as in `B7`. */
    cells(number = 1) {
      const found = sheet(number).matchAll(/<c r="([A-Z]+\d+)"[^>]*>(?:<is>)?<t[^>]*>([^<]*)</g)
      return new Map([...found].map(([, cell, text]) => [cell, text]))
    },
    /** Writes over the text of a cell that has one. */
    write(cell, text, number = 1) {
      const before = sheet(number)
      const pattern = new RegExp(`(<c r="${cell}"[^>]*>(?:<is>)?<t[^>]*>)[^<]*`)
      assert.match(before, pattern)
      parts.set(nameOfSheet(number), Buffer.from(before.replace(pattern, `$1${text}`)))
    },
    bytes: () => zipped(parts),
  }
}

/** The files of an archive, by name, as its directory at the end lists them. */
function unzipped(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  const parts = new Map()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    const size = bytes.readUInt32LE(at + 20)
    const nameLength = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const begin = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const content = bytes.subarray(begin, begin + size)
    parts.set(name, bytes.readUInt16LE(at + 10) === deflated ? inflateRawSync(content) : content)
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return parts
}

/** An archive of files by name. */
export function zipped(parts) {
  const files = []
  const directory = []
  let offset = 0
  for (const [name, content] of parts) {
    const packed = deflateRawSync(content)
    // What both the file and its line in the directory say, from the version on.
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(20, 0)
    facts.writeUInt16LE(deflated, 4)
    facts.writeUInt32LE(crc32(content), 10)
    facts.writeUInt32LE(packed.length, 14)
    facts.writeUInt32LE(content.length, 18)
    facts.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    files.push(Buffer.from('PK\x03\x04', 'latin1'), facts, Buffer.from(name), packed)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, place, Buffer.from(name))
    offset += 30 + Buffer.byteLength(name) + packed.length
  }
  const listed = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.size, 8)
  end.writeUInt16LE(parts.size, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...files, listed, end])
}
