// SPDX-License-Identifier: Apache-2.0
package org.baraza.claims;

import org.baraza.paging.PageRequest;

/** Open claims that somebody holds, newest first. */
public record ClaimQuery(String holderId, PageRequest page) {}
