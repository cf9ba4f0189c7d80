// SPDX-License-Identifier: Apache-2.0
/** Tables on their way into files of each format, as streams: nothing is held but the row at hand. */
@NullMarked
package org.baraza.exchange.exports.files;

import org.jspecify.annotations.NullMarked;
