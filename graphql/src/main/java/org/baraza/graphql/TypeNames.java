// SPDX-License-Identifier: Apache-2.0
package org.baraza.graphql;

/** Names in the schema of what stands behind its interfaces. */
final class TypeNames {
    private TypeNames() {}

    static String of(Object value) {
        return switch (value) {
            case ProjectNode project -> "Project";
            case CaseNode found -> "Case";
            case FormNode form -> "Form";
            case WorkerNode worker -> "MobileWorker";
            case MemberNode member -> "WebUser";
            case LocationNode location -> "Location";
            case GroupNode group -> "Group";
            case JobNode job -> "Job";
            case ExportNode export -> "Export";
            default -> throw new IllegalArgumentException("no type of the schema: " + value.getClass());
        };
    }
}
