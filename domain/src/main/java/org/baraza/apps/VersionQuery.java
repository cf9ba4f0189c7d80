// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps;

import org.baraza.paging.PageRequest;

/** A page of the versions of an app, newest first. */
public record VersionQuery(boolean releasedOnly, PageRequest page) {}
