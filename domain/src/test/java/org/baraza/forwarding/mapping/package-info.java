// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.baraza.forwarding.mapping;

import org.jspecify.annotations.NullMarked;
