// SPDX-License-Identifier: Apache-2.0
import { paths } from '../../lib/paths.ts'

const id = encodeURIComponent

/** Addresses within Connection Settings and Data Forwarding. */
export const inForwarding = {
  newConnection: (project: string) => `${paths.connections(project)}/new`,
  connection: (project: string, connectionId: string) =>
    `${paths.connections(project)}/edit/${id(connectionId)}`,
  requests: (project: string, connectionId = '') =>
    `${paths.connections(project)}/logs${connectionId && `?connection=${id(connectionId)}`}`,
  request: (project: string, requestId: string) =>
    `${paths.connections(project)}/logs/${id(requestId)}`,
  newForwarder: (project: string, type: string) =>
    `${paths.forwarding(project)}/new?type=${id(type)}`,
  forwarder: (project: string, forwarderId: string) =>
    `${paths.forwarding(project)}/edit/${id(forwarderId)}`,
  records: (project: string, filter: Record<string, string> = {}) => {
    const asked = new URLSearchParams(filter).toString()
    return `${paths.forwarding(project)}/records${asked && `?${asked}`}`
  },
  health: (project: string) => `${paths.forwarding(project)}/health`,
  setAside: (project: string) => `${paths.forwarding(project)}/set-aside`,
  record: (project: string, recordId: string) =>
    `${paths.forwarding(project)}/records/${id(recordId)}`,
}
