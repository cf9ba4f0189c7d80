// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.baraza.forwarding;

import org.jspecify.annotations.NullMarked;
