// SPDX-License-Identifier: Apache-2.0
import { encode } from 'uqr'

/** A picture of a text for a phone's camera, drawn here: its content goes to nobody else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 2 })
  const dots = data.flatMap((row, y) =>
    row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])),
  )
  return (
    <svg
      role="img"
      aria-label={label}
      width={208}
      height={208}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      style={{ background: 'white', maxWidth: '100%' }}
    >
      <path d={dots.join('')} fill="black" />
    </svg>
  )
}
