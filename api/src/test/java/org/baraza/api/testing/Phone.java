// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** A phone on which a mobile worker is signed in. */
public record Phone(Client client, String project, String authorization) {

    /** Posts a form as phones do. */
    public HttpResponse<String> submit(String xml) {
        return submit(Multipart.of(xml));
    }

    public HttpResponse<String> submit(Multipart body) {
        return post("receiver/", Multipart.TYPE, body.bytes(), "X-OpenRosa-Version", "3.0");
    }

    /**
     * Posts any bytes.
     *
     * @param path below the project
     */
    public HttpResponse<String> post(String path, String contentType, byte[] body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", contentType, "Authorization", authorization));
        return client.send("POST", "/a/" + project + "/" + path, body, all.toArray(String[]::new));
    }
}
