// SPDX-License-Identifier: Apache-2.0
/**
 * Large things that are written once and never changed: attachments, chunks of old forms. A key begins with the
 * project, so that no key of one project can name a blob of another.
 */
@NullMarked
package org.baraza.persistence.blobs;

import org.jspecify.annotations.NullMarked;
