// SPDX-License-Identifier: Apache-2.0
export { ConnectionScreens } from './ConnectionScreens.tsx'
export { ForwardingScreens } from './ForwardingScreens.tsx'
