package org.countsas.workbench.http;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.countsas.problem.Place;
import org.countsas.problem.Problem;

/**
 * Problems as RFC 9457 writes them, {@code application/problem+json}: the first is the problem, and all of them are under {@code problems},
 * with the same codes as on the command line.
 */
final class ProblemJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProblemJson() {}

    static Answer of(List<Problem> problems) {
        Problem first = problems.get(0);
        int status = Statuses.of(first.code());
        ObjectNode json = JSON.createObjectNode();
        json.put("type", "urn:countsas:problem:" + first.code().id());
        json.put("title", first.reason());
        json.put("status", status);
        json.put("detail", first.toString());
        json.put("code", first.code().id());
        ArrayNode all = json.putArray("problems");
        problems.forEach(problem -> add(problem, all.addObject()));
        return new Answer(
                status,
                "application/problem+json; charset=utf-8",
                Map.of(),
                (json.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private static void add(Problem problem, ObjectNode json) {
        json.put("code", problem.code().id());
        json.put("name", problem.code().name());
        json.put("reason", problem.reason());
        json.put("fix", problem.fix());
        Place place = problem.place();
        if (place.file() != null) {
            json.put("file", place.file());
        }
        if (place.line() > 0) {
            json.put("line", place.line());
        }
        if (place.column() > 0) {
            json.put("column", place.column());
        }
        if (place.field() != null) {
            json.put("field", place.field());
        }
        if (!problem.choices().isEmpty()) {
            problem.choices().forEach(json.putArray("choices")::add);
        }
    }
}
