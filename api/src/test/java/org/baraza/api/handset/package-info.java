// SPDX-License-Identifier: Apache-2.0
/** A phone for tests that people do in a browser: it has an app, restores, has its forms filled in by another engine, and sends them. */
@NullMarked
package org.baraza.api.handset;

import org.jspecify.annotations.NullMarked;
