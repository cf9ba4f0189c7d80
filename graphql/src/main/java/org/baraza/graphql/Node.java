// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

/** An object that can be fetched again by its global id. */
interface Node extends InProject {
    String id();
}
