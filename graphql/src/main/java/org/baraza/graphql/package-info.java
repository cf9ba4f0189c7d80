// SPDX-License-Identifier: Apache-2.0
/**
 * The GraphQL API: what the schema files beside this package promise, answered by the capabilities. Holds no rules of its
 * own: controllers translate, the services decide and check permissions.
 *
 * <p>Invariants: a project is entered only through {@link org.baraza.graphql.Entrance}, every object below it carries the
 * access it was reached with, and whatever is read for it runs in the scope of that project; what hangs on the items of a
 * list is read for all of them at once, one transaction for each project; a document is weighed before anything of it
 * runs.
 */
@NullMarked
package org.baraza.graphql;

import org.jspecify.annotations.NullMarked;
