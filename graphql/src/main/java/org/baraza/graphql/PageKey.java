// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

import org.baraza.identity.ProjectAccess;
import org.baraza.paging.PageRequest;

/** What a batch of pages loads: a page of what hangs on the object of that id. */
record PageKey(ProjectAccess access, String id, PageRequest page) implements InProject {}
