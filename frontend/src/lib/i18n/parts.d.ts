// SPDX-License-Identifier: Apache-2.0

declare module '*.json?first' {
  const messages: Record<string, unknown>
  export default messages
}

declare module '*.json?later' {
  const messages: Record<string, unknown>
  export default messages
}
