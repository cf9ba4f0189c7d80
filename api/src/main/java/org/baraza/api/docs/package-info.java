// SPDX-License-Identifier: Apache-2.0
/** Reference pages for developers: the REST API for anybody, the GraphQL API with an explorer for whoever is signed in. */
@NullMarked
package org.baraza.api.docs;

import org.jspecify.annotations.NullMarked;
