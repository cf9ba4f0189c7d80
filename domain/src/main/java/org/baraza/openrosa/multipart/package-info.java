// SPDX-License-Identifier: Apache-2.0
/**
 * A streaming reader of {@code multipart/form-data} (RFC 7578) over any input stream.
 *
 * <p>Owns one buffer a reader and nothing else: no thread, no file, no part held whole. Invariants: the parts and their
 * bytes do not depend on how the stream cuts its reads; a body without its closing boundary ends in
 * {@link org.baraza.openrosa.multipart.MalformedBody}. Calls nobody.
 */
@NullMarked
package org.baraza.openrosa.multipart;

import org.jspecify.annotations.NullMarked;
