// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.handset;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.baraza.phone.Block;
import org.baraza.phone.Payload;
import org.baraza.phone.PayloadReader;

/**
 * A phone for the command line, beside {@code InstallCommand}: {@code cases FOLDER LOGIN PASSWORD} restores and prints its cases,
 * {@code fill FOLDER LOGIN PASSWORD FORM CASE-ID [PATH=ANSWER …]} fills in a form of the installed app and sends it. No case is a dash.
 */
public final class Handset {
    private static final String BOUNDARY = "handset-7c1f0d";

    private final Installed installed;
    private final String login;
    private final String password;
    private final HttpClient client = HttpClient.newHttpClient();

    private Handset(Installed installed, String login, String password) {
        this.installed = installed;
        this.login = login;
        this.password = password;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> given = List.of(arguments);
        Handset handset = new Handset(Installed.in(Path.of(given.get(1))), given.get(2), given.get(3));
        switch (given.getFirst()) {
            case "cases" -> handset.printCases(System.out);
            case "fill" ->
                handset.fill(given.get(4), given.get(5), answers(given.subList(6, given.size())), System.out);
            default -> throw new IllegalArgumentException("cases or fill, not " + given.getFirst());
        }
    }

    private static Map<String, String> answers(List<String> given) {
        Map<String, String> answers = new LinkedHashMap<>();
        given.forEach(answer -> {
            int equal = answer.indexOf('=');
            answers.put(answer.substring(0, equal), answer.substring(equal + 1));
        });
        return answers;
    }

    private void printCases(PrintStream out) throws IOException, InterruptedException {
        for (Block block : restore().blocks()) {
            Block.Created created = block.create();
            out.println(String.join(
                    "\t",
                    block.caseId(),
                    created == null ? "" : created.type(),
                    created == null ? "" : created.name(),
                    block.update().toString()));
        }
    }

    private void fill(String formName, String caseId, Map<String, String> answers, PrintStream out)
            throws IOException, InterruptedException {
        Payload restore = restore();
        String form = installed.form(formName);
        Map<String, String> instances = Map.of(
                "commcaresession", session(restore, installed.datums(form), caseId), "casedb", caseDatabase(restore));
        byte[] submission = FormEntry.filled(form, instances, answers);
        HttpResponse<String> answer = client.send(
                request(installed.property("PostURL"))
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(HttpRequest.BodyPublishers.ofByteArrays(multipart(submission)))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        out.println("sent " + answer.statusCode());
        out.println(answer.body());
    }

    private Payload restore() throws IOException, InterruptedException {
        String address = installed.property("ota-restore-url");
        String asked = address + (address.contains("?") ? "&" : "?") + "version=2.0&device_id=handset&items=true";
        HttpResponse<byte[]> answer =
                client.send(request(asked).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("restore " + answer.statusCode());
        }
        return PayloadReader.read(new ByteArrayInputStream(answer.body()));
    }

    private HttpRequest.Builder request(String address) {
        String shown = Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Basic " + shown)
                .header("X-OpenRosa-Version", "3.0")
                .header("x-openrosa-deviceid", "handset");
    }

    private static List<byte[]> multipart(byte[] submission) {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"xml_submission_file\";"
                + " filename=\"form.xml\"\r\nContent-Type: text/xml\r\n\r\n";
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        return List.of(head.getBytes(StandardCharsets.UTF_8), submission, tail.getBytes(StandardCharsets.UTF_8));
    }

    private String session(Payload restore, Map<String, String> datums, String caseId) {
        StringBuilder data = new StringBuilder();
        datums.forEach((id, function) -> {
            String value = function.isEmpty() ? caseId : UUID.randomUUID().toString();
            data.append(element(id, value));
        });
        return "<session xmlns=\"\"><context>" + element("deviceid", "handset")
                + element("appversion", "CommCare Android, version \"2.53.1\"")
                + element("username", login.substring(0, login.indexOf('@')))
                + element("userid", restore.userId()) + "</context><data>" + data
                + "</data><user><data/></user></session>";
    }

    private static String caseDatabase(Payload restore) {
        StringBuilder cases = new StringBuilder("<casedb xmlns=\"\">");
        for (Block block : restore.blocks()) {
            Block.Created created = block.create();
            if (created != null) {
                cases.append("<case case_id=\"%s\" case_type=\"%s\" owner_id=\"%s\" status=\"%s\">"
                                .formatted(
                                        block.caseId(),
                                        created.type(),
                                        created.owner(),
                                        block.close() ? "closed" : "open"))
                        .append(element("case_name", created.name()));
                block.update().forEach((name, value) -> cases.append(element(name, value)));
                cases.append("</case>");
            }
        }
        return cases.append("</casedb>").toString();
    }

    private static String element(String name, String text) {
        String safe = text.replace("&", "&amp;").replace("<", "&lt;");
        return "<" + name + ">" + safe + "</" + name + ">";
    }
}
