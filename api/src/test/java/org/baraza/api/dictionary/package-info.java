// SPDX-License-Identifier: Apache-2.0
@NullMarked
package org.baraza.api.dictionary;

import org.jspecify.annotations.NullMarked;
