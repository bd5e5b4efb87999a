import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads a summary from standard input and fails unless it is whole and adds up. */
class CheckSummary {
    public static void main(String[] arguments) throws Exception {
        JsonNode summary = new ObjectMapper().readTree(System.in);
        for (String key : new String[] {"definition", "asOf", "fiscalYear", "stage", "currency", "items", "totals", "areas", "review"}) {
            check(summary.hasNonNull(key), "no key '" + key + "'");
        }
        JsonNode items = summary.get("items");
        check(items.get("read").asInt() > 0, "nothing was read");
        check(items.get("read").asInt() == items.get("decided").asInt() + items.get("rejected").asInt(), "read is not decided + rejected");
        for (String bound : new String[] {"low", "central", "high"}) {
            long areas = 0;
            for (JsonNode area : summary.get("areas")) {
                areas += area.get("counted").get(bound).asLong();
            }
            check(areas == summary.get("totals").get("counted").get(bound).asLong(), "the areas do not sum to the total: " + bound);
        }
        System.out.println("The summary is valid JSON and adds up.");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
