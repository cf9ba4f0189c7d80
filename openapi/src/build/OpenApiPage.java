// SPDX-License-Identifier: Apache-2.0

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the OpenAPI document as one page for people, which needs no script and nothing from elsewhere. */
final class OpenApiPage {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1b1f24;background:#fff;display:grid;grid-template-columns:17rem 1fr}
            nav{position:sticky;top:0;height:100vh;overflow:auto;padding:1rem;background:#f4f5f7;font-size:.875rem;box-sizing:border-box}
            nav ul{list-style:none;padding:0;margin:0 0 1rem}main{padding:1rem 2rem 4rem;max-width:60rem;min-width:0}
            a{color:#0b5cad}code,pre{font:.875em ui-monospace,monospace;background:#f4f5f7;border-radius:3px;padding:.1em .3em}
            section{border-top:1px solid #d8dce1;padding-top:1rem;margin-top:2rem}h3{margin:.2rem 0}
            table{border-collapse:collapse;width:100%;margin:.5rem 0}td,th{border-bottom:1px solid #e4e7eb;padding:.3rem .6rem .3rem 0;text-align:left;vertical-align:top}
            .m{font-weight:700;text-transform:uppercase;font-size:.8rem}.t{color:#57606a}
            @media (max-width:50rem){body{display:block}nav{position:static;height:auto}}
            @media (prefers-color-scheme:dark){body{background:#16191d;color:#e6e8ea}nav,code,pre{background:#22262b}a{color:#7db8f0}.t{color:#a0a8b0}section,td,th{border-color:#343a41}}
            """;

    private final Map<String, Object> document;
    private final StringBuilder page = new StringBuilder();

    private OpenApiPage(Map<String, Object> document) {
        this.document = document;
    }

    static String of(Map<String, Object> document) {
        return new OpenApiPage(document).written();
    }

    private String written() {
        Map<String, Object> info = map(document.get("info"));
        page.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>")
                .append(text(info.get("title")))
                .append(" REST API</title><meta name=\"viewport\" content=\"width=device-width\"><style>")
                .append(STYLE)
                .append("</style></head><body>");
        Map<String, Map<String, Map<String, Object>>> byTag = byTag();
        contents(byTag);
        page.append("<main><h1>").append(text(info.get("title"))).append(" REST API</h1>");
        prose(info.get("description"));
        page.append("<p>As a file for tools: <a href=\"/docs/api/baraza.yaml\">baraza.yaml</a> (OpenAPI 3.1).</p>");
        byTag.forEach((tag, operations) -> {
            page.append("<h2 id=\"tag-").append(tag).append("\">").append(tag).append("</h2>");
            operations.forEach(this::operation);
        });
        schemas();
        return page.append("</main></body></html>\n").toString();
    }

    private Map<String, Map<String, Map<String, Object>>> byTag() {
        Map<String, Map<String, Map<String, Object>>> byTag = new LinkedHashMap<>();
        list(document.get("tags")).forEach(tag -> byTag.put(text(map(tag).get("name")), new LinkedHashMap<>()));
        map(document.get("paths"))
                .forEach((path, item) -> map(item).forEach((method, operation) -> {
                    if (METHODS.contains(method)) {
                        Map<String, Object> one = new LinkedHashMap<>(map(operation));
                        one.put("shared", list(map(item).get("parameters")));
                        byTag.get(text(list(one.get("tags")).getFirst())).put(method + " " + path, one);
                    }
                }));
        return byTag;
    }

    private void contents(Map<String, Map<String, Map<String, Object>>> byTag) {
        page.append("<nav aria-label=\"Operations\">");
        byTag.forEach((tag, operations) -> {
            page.append("<strong>").append(tag).append("</strong><ul>");
            operations
                    .values()
                    .forEach(operation -> page.append("<li><a href=\"#")
                            .append(text(operation.get("operationId")))
                            .append("\">")
                            .append(text(operation.get("summary")))
                            .append("</a></li>"));
            page.append("</ul>");
        });
        page.append("</nav>");
    }

    private void operation(String target, Map<String, Object> operation) {
        int space = target.indexOf(' ');
        page.append("<section id=\"")
                .append(text(operation.get("operationId")))
                .append("\"><h3>")
                .append(text(operation.get("summary")))
                .append("</h3><p><span class=\"m\">")
                .append(target, 0, space)
                .append("</span> <code>")
                .append(escaped(target.substring(space + 1)))
                .append("</code></p>");
        prose(operation.get("description"));
        parameters(operation);
        Map<String, Object> body = followed(operation.get("requestBody"));
        if (!body.isEmpty()) {
            page.append("<h4>Body</h4>");
            content(body);
        }
        page.append("<h4>Answers</h4><table>");
        map(operation.get("responses")).forEach((status, response) -> {
            page.append("<tr><td><strong>").append(status).append("</strong></td><td>");
            prose(followed(response).get("description"));
            content(followed(response));
            page.append("</td></tr>");
        });
        page.append("</table></section>");
    }

    private void parameters(Map<String, Object> operation) {
        List<Object> all = new java.util.ArrayList<>(list(operation.get("shared")));
        all.addAll(list(operation.get("parameters")));
        if (all.isEmpty()) {
            return;
        }
        page.append("<table><tr><th>Parameter</th><th>In</th><th>Type</th><th>Meaning</th></tr>");
        all.forEach(one -> {
            Map<String, Object> parameter = followed(one);
            page.append("<tr><td><code>").append(text(parameter.get("name"))).append("</code>");
            page.append(Boolean.TRUE.equals(parameter.get("required")) ? " *" : "")
                    .append("</td><td>");
            page.append(text(parameter.get("in"))).append("</td><td class=\"t\">");
            page.append(type(parameter.get("schema"))).append("</td><td>");
            prose(parameter.get("description"));
            page.append("</td></tr>");
        });
        page.append("</table>");
    }

    private void content(Map<String, Object> body) {
        map(body.get("content")).forEach((media, value) -> {
            page.append("<p><code>").append(escaped(media)).append("</code> ");
            Object schema = map(value).get("schema");
            page.append(type(schema)).append("</p>");
            if (!map(schema).containsKey("$ref")) {
                properties(map(schema));
            }
        });
    }

    private void schemas() {
        page.append("<h2 id=\"schemas\">Schemas</h2>");
        new TreeMap<>(map(map(document.get("components")).get("schemas"))).forEach((name, schema) -> {
            page.append("<section id=\"schema-")
                    .append(name)
                    .append("\"><h3>")
                    .append(name)
                    .append("</h3>");
            prose(map(schema).get("description"));
            page.append("<p class=\"t\">").append(type(schema)).append("</p>");
            properties(map(schema));
            page.append("</section>");
        });
    }

    private void properties(Map<String, Object> schema) {
        Map<String, Object> properties = map(schema.get("properties"));
        if (properties.isEmpty()) {
            return;
        }
        List<Object> required = list(schema.get("required"));
        page.append("<table><tr><th>Property</th><th>Type</th><th>Meaning</th></tr>");
        properties.forEach((name, value) -> {
            page.append("<tr><td><code>").append(escaped(name)).append("</code>");
            page.append(required.contains(name) ? " *" : "").append("</td><td class=\"t\">");
            page.append(type(value)).append("</td><td>");
            prose(map(value).get("description"));
            page.append("</td></tr>");
        });
        page.append("</table>");
    }

    private String type(Object node) {
        Map<String, Object> schema = map(node);
        if (schema.get("$ref") instanceof String reference) {
            String name = reference.substring(reference.lastIndexOf('/') + 1);
            return "<a href=\"#schema-" + name + "\">" + name + "</a>";
        }
        for (String several : List.of("oneOf", "anyOf", "allOf")) {
            if (schema.containsKey(several)) {
                return String.join(
                        several.equals("allOf") ? " and " : " or ",
                        list(schema.get(several)).stream().map(this::type).toList());
            }
        }
        if (schema.containsKey("const")) {
            return "<code>" + text(schema.get("const")) + "</code>";
        }
        if (schema.containsKey("enum")) {
            return String.join(
                    ", ",
                    list(schema.get("enum")).stream()
                            .map(value -> "<code>" + text(value) + "</code>")
                            .toList());
        }
        Object type = schema.getOrDefault("type", "any");
        String name = type instanceof List<?> types
                ? String.join(" or ", types.stream().map(String::valueOf).toList())
                : text(type);
        if (name.startsWith("array")) {
            return "list of " + type(schema.get("items"));
        }
        return schema.containsKey("format") ? name + " (" + text(schema.get("format")) + ")" : name;
    }

    /** Paragraphs, and code between backquotes: no more is used in the document. */
    private void prose(Object description) {
        if (description instanceof String text && !text.isBlank()) {
            for (String paragraph : text.strip().split("\n\\s*\n")) {
                page.append("<p>")
                        .append(escaped(paragraph).replaceAll("`([^`]*)`", "<code>$1</code>"))
                        .append("</p>");
            }
        }
    }

    private Map<String, Object> followed(Object node) {
        Map<String, Object> map = map(node);
        if (!(map.get("$ref") instanceof String reference)) {
            return map;
        }
        Map<String, Object> target = document;
        for (String step : reference.substring(2).split("/")) {
            target = map(target.get(step));
        }
        return target;
    }

    private static String text(Object value) {
        return escaped(String.valueOf(value));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object node) {
        return node instanceof Map<?, ?> ? (Map<String, Object>) node : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object node) {
        return node instanceof List<?> ? (List<Object>) node : List.of();
    }
}
