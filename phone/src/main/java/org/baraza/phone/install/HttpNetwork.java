// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone.install;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;

/** The network as it is. A phone tries four times before it gives up on an address. */
public final class HttpNetwork implements Network {
    private static final int TRIES = 4;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofMinutes(2))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Override
    public Reply get(URI address, Map<String, String> headers) throws InstallRefused {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(Duration.ofMinutes(1)).GET();
        headers.forEach(request::header);
        String why = "";
        for (int attempt = 0; attempt < TRIES; attempt++) {
            try {
                HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                return new Reply(answer.statusCode(), answer.body());
            } catch (IOException failed) {
                why = failed.toString();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new InstallRefused("interrupted");
            }
        }
        throw new InstallRefused("no answer from " + address + ": " + why);
    }
}
