// SPDX-License-Identifier: Apache-2.0
/** Mappings of the packaged integrations: which value of a form or a case goes where, written in JSON and judged when it is saved. */
@NullMarked
package org.baraza.forwarding.mapping;

import org.jspecify.annotations.NullMarked;
