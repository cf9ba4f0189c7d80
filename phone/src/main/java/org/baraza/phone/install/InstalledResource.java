// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone.install;

/**
 * A row of the phone's table of what it has.
 *
 * @param address where it was fetched from
 */
public record InstalledResource(String id, int version, String kind, String address, byte[] content) {}
