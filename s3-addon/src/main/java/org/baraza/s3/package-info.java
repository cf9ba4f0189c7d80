// SPDX-License-Identifier: Apache-2.0
/** Blobs in a bucket of S3, or of what speaks its protocol. An add-on: the product has none of it. */
@NullMarked
package org.baraza.s3;

import org.jspecify.annotations.NullMarked;
