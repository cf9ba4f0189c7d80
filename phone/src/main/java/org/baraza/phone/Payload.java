// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone;

import java.util.List;

/**
 * A restore as the phone reads it.
 *
 * @param groups ids of the fixture user-groups
 * @param blocks of its cases, in order
 */
public record Payload(String restoreId, String userId, List<String> groups, List<Block> blocks) {}
