// SPDX-License-Identifier: Apache-2.0
/** Plays the REST vectors: conversations with the data APIs in a world that is loaded afresh before each. */
@NullMarked
package org.baraza.api.vectors;

import org.jspecify.annotations.NullMarked;
