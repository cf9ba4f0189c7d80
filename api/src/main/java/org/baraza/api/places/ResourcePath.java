// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.places;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Where a resource is, as the caller spelled it: clients compare the addresses that they are given as texts, so old
 * spellings are answered with old ones.
 *
 * @param start {@code https://host/a/project/api/}
 * @param relative the same without the host
 * @param old whether it is spelled as {@code v0.5/…}
 */
record ResourcePath(String start, String relative, boolean old) {

    static ResourcePath of(HttpServletRequest request) {
        String path = request.getServletPath();
        int behind = path.indexOf("/api/") + "/api/".length();
        String relative = path.substring(0, behind);
        return new ResourcePath(
                ServletUriComponentsBuilder.fromContextPath(request).build().toUriString() + relative,
                relative,
                path.startsWith("v0.", behind));
    }

    /** Address of one of the resource's objects, with its host. */
    String absolute(String resource, Object id) {
        return start + folder(resource) + id + "/";
    }

    /** The same, without its host. */
    String local(String resource, Object id) {
        return relative + folder(resource) + id + "/";
    }

    private String folder(String resource) {
        return old ? "v0.5/" + resource + "/" : resource + "/v1/";
    }
}
