package org.countsas.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All that commands read, in which every text that may hold anything tries to steer the terminal and to pass for a line of a command. */
final class HostileFiles {
    /** What no terminal may get, then a line that pretends to be a command's. */
    static final String HOSTILE =
            "\u001B[31m\u001B]0;x\u0007\r\t\u007F\u0085\u009B2J\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E"
                    + "\u2066\u2067\u2068\u2069\u2028\u2029\uFEFF\uDB40\uDC41\u001C\nOK: forged";

    /** Each command by its words, after the code that it must exit with: as it does its work, and as it refuses it. */
    private static final String COMMANDS = """
            0 classify {items} --rules {rules}
            0 classify {items} --rules {rules} --lang ja
            0 classify {items} --rules {rules} --json
            0 classify {items} --rules {rules} --out {/}/out
            0 classify {recorded} --rules {rules} --bundle {/}/unsigned.zip
            1 classify {items} --rules {spoilt}
            1 classify {items} --rules {misnamed}
            1 classify {items} --strict
            2 classify {items} --key {hostile}
            2 classify {/}/nothing
            2 classify {items} --profile {hostile}
            2 classify {items} --encoding {hostile}
            2 classify {items} --stage {hostile}
            2 classify {items} --as-of {hostile}
            2 classify {items} --lang {hostile}
            2 classify {items} --separator {hostile}
            2 classify {items} --rules {rules} --definition {hostile}
            2 classify {items} --rules {rules} --definition one+{hostile}
            1 classify {items} --rules {rules} --out {items}/{hostile}
            0 explain {items} --rules {rules} --item 1 --why-not --what-if --rule Ports
            0 explain {items} --rules {rules} --item 4 --lang ja --rule Ships
            0 explain {items} --rules {rules} --item 4 --json --rule Ships
            2 explain {items} --rules {rules} --item ship
            2 explain {items} --rules {rules} --item 5{hostile}
            2 explain {items} --rules {rules} --item {hostile}
            2 explain {items} --rules {rules} --item 1 --rule {hostile}
            0 items {items} --rules {rules}
            0 items {items} --rules {rules} --csv
            0 items {items} --rules {rules} --json
            2 items {items} --rules {rules} --area {hostile}
            0 near-misses {items} --rules {rules} --policy ports
            0 near-misses {items} --rules {rules} --policy ports --csv
            0 near-misses {items} --rules {rules} --policy ports --json
            2 near-misses {items} --rules {rules} --policy {hostile}
            0 candidates {items} --rules {rules} --policy ports
            0 candidates {items} --rules {rules} --policy ports --lang ja
            0 candidates {items} --rules {rules} --policy ports --csv
            0 candidates {items} --rules {rules} --policy ports --json
            0 candidates {items} --rules {rules} --policy ships --terms
            0 candidates {items} --rules {rules} --policy ships --leave-one-out
            2 candidates {items} --rules {rules} --policy {hostile}
            0 compare {items} --rules {rules} --definition one --definition more
            0 compare {items} --rules {rules} --definition one --definition more --json
            0 compare {items} --rules {rules} --rules {rules}
            1 compare {items} --rules {rules} --rules {spoilt}
            0 scenarios {items} --rules {rules}
            0 scenarios {items} --rules {rules} --json
            2 scenarios {items} --rules {rules} --policies {hostile}
            0 targets {items} --rules {rules}
            0 targets {items} --rules {rules} --json
            2 targets {items} --rules {rules} --gdp {hostile}
            2 targets {items} --rules {rules} --target {hostile}
            0 reconcile {items} --rules {rules}
            0 reconcile {items} --rules {rules} --json
            2 reconcile {items} --rules {rules} --official {hostile}
            1 reconcile {items} --rules {rules} --state-budget {items}
            0 reconcile {budget} --rules {rules}
            0 classify {budget} --rules {rules}
            0 score {items} --rules {rules} --labels {labels}
            0 score {items} --rules {rules} --labels {labels} --json
            1 score {items} --rules {rules} --labels {items}
            0 rules check {rules}
            1 rules check {spoilt}
            1 rules check {spoilt} --json
            2 rules check {/}/nothing
            1 rules fmt {rules} --check
            1 rules fmt {spoilt} --check
            0 rules list {rules}
            0 rules list {rules} --json
            2 rules list {rules} --policy {hostile}
            0 rules show Ships {rules}
            2 rules show {hostile} {rules}
            0 rules test {rules}
            1 rules test {failing}
            1 rules test {failing} --json
            1 rules test {spoilt}
            0 rules coverage --rules {rules} {items}
            0 rules coverage --rules {rules} {items} --json
            1 rules coverage --rules {rules} --at-least 101
            0 rules mutate {rules}
            0 rules mutate {rules} --json
            0 rules lint {rules} {items} --definition more
            0 rules lint {rules} {items} --json
            0 rules add-term ship hovercraft --rules {renamed}
            1 rules add-term ship {hostile} --rules {renamed}
            1 rules add-term {hostile} barge --rules {renamed}
            0 rules dismiss-term ship barge --by B. --why no --rules {renamed}
            1 rules dismiss-term ship raft --by {hostile} --why {hostile} --rules {renamed}
            1 rules dismiss-term {hostile} raft --by B. --why no --rules {renamed}
            0 rules new-area mines {rules} --title Mines --cite act
            2 rules new-area {hostile} {rules} --title Mines
            2 rules new-area nets {rules} --title {hostile}
            2 rules new-area nets {rules} --title Nets --title-ja {hostile}
            2 rules new-area nets {rules} --title Nets --term {hostile}
            2 rules new-area nets {rules} --title Nets --cite {hostile}
            1 rules new-area nets {spoilt} --title Nets
            0 verify {bundle} --key {public} --replay
            1 verify {changed} --key {public}
            1 verify {items} --key {public}
            1 verify {bundle} --key {items}
            2 verify {bundle} --receipt {hostile}
            0 prove {bundle} --item 9
            2 prove {bundle} --item 1
            2 prove {bundle} --item {hostile}
            2 prove {bundle} --item 1 --definition {hostile}
            0 prove {bundle} --item 1 --out {/}/second-proof.json
            0 verify-proof {proof} --key {public}
            1 verify-proof {items} --key {public}
            0 keys new --out {/}/k{hostile}
            0 keys show {public}
            1 keys show {items}
            0 ledger add {/}/second {bundle} --key {key}
            1 ledger add {ledger} {changed} --key {key}
            0 ledger log {ledger}
            1 ledger log {rules}
            0 ledger verify {ledger} --key {public}
            1 ledger verify {ledger} --key {public} --since {items}
            0 ledger prove {ledger} --from 1
            0 history {ledger} --item 1
            0 history {ledger} --item 1 --json
            1 history {ledger} --item {hostile}
            0 sample {bundle} --tolerable 50% --seed 7 --key {public} --out {/}/sample-2
            2 sample {bundle} --method elusion --population {hostile} --tolerable 50% --seed 7 --out {/}/sample-3
            2 sample {bundle} --tolerable {hostile} --seed 7 --out {/}/sample-2
            2 sample {bundle} --tolerable 50% --seed {hostile} --out {/}/sample-2
            0 assess {bundle} --worksheet {worksheet} --key {public}
            1 assess {bundle} --worksheet {unfilled} --key {public}
            1 assess {bundle} --worksheet {items}
            0 review {bundle} --item 2 --outcome NOT_COUNTED --reason no --by B. --key {key}
            2 review {bundle} --item {hostile} --outcome NOT_COUNTED --reason {hostile} --by {hostile} --key {key}
            2 review {bundle} --item 1 --outcome {hostile} --reason no --by B. --key {key}
            2 review {bundle} --item 1 --outcome COUNTED --area {hostile} --share {hostile} --reason no --by B. --key {key}
            0 reviews {bundle} --key {public}
            0 reviews {bundle} --key {public} --json
            1 reviews {bundle}
            0 help classify
            2 help {hostile}
            0 --help
            0 --version
            2 {hostile}
            2 --{hostile}
            2 classify --fiscal-year {hostile} {items}
            2 classify --{hostile} {items}
            2 rules {hostile}
            """;

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Map<String, String> places = new HashMap<>();
    private final Path folder;

    /**
     * A command.
     *
     * @param name  its words, for a person
     * @param code  what it must exit with
     * @param words its words
     */
    record Command(String name, int code, String[] words) {
        @Override
        public String toString() {
            return name;
        }
    }

    private HostileFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("d" + HOSTILE));
        places.put("hostile", HOSTILE);
        places.put("/", this.folder.toString());
        String whole = item("1", 3_000, "ship " + HOSTILE)
                + item("2", 5_000, "ship " + HOSTILE)
                + "{\"id\":\"9\",\"name\":\"a ship\",\"fiscalYear\":2024,\"amount\":500}\n";
        file("recorded", "recorded.jsonl", whole);
        file(
                "items",
                "items.jsonl",
                whole + item("3" + HOSTILE, 2_000, "ship " + HOSTILE) + item("6", 700, "boat" + HOSTILE)
                        + item("4", 2_000, "ship " + HOSTILE) + item("7", 2_000, "ship \uD800" + HOSTILE)
                        + "{\"id\":" + quoted("5" + HOSTILE) + ",\"fiscalYear\":2024,\"amount\":"
                        + quoted("x" + HOSTILE) + "}\n"
                        + "{" + quoted(HOSTILE) + "\n");
        file(
                "labels",
                "labels.csv",
                "id,verdict,area\n1,count,ships\n2,not,\n3,count,\"a" + HOSTILE + "\"\n\"8" + HOSTILE
                        + "\",count,ships\n");
        file(
                "budget",
                "budget.json",
                "{\"metadata\":{\"fiscalYear\":2024,\"budgetTypes\":[],\"documents\":[]},\"items\":["
                        + lineItem("initial", "当初予算", "\"amount\":5") + "," + lineItem("settled", "決算", "\"spent\":7")
                        + "," + lineItem("other", HOSTILE, "\"amount\":5") + "]}");
        rules("rules", "counted");
        rules("renamed", "counted");
        rules("failing", "not-counted");
        rules("misnamed", "counted");
        file("misnamed/vocabulary/x" + HOSTILE + ".yaml", "");
        rules("spoilt", "counted");
        file(
                "spoilt/vocabulary/more.yaml",
                "vocabulary: more\n" + quoted("k" + HOSTILE) + ": " + quoted(HOSTILE) + "\n");
        file("spoilt/vocabulary/less.yaml", "concepts: [" + HOSTILE + "\n");
        file("spoilt/definitions/two.yaml", definition("two" + HOSTILE, "in-force"));
        file("spoilt/tests/more.yaml", "tests:\n  - {" + quoted(HOSTILE) + ": 1}\n");
        file("spoilt/policies/ports.drl", "package " + HOSTILE + "\nrule \"" + HOSTILE + "\"\nwhen\n\t" + HOSTILE);
        record();
    }

    static HostileFiles in(Path folder) throws IOException {
        return new HostileFiles(folder);
    }

    private void file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void file(String place, String name, String text) throws IOException {
        file(name, text);
        places.put(place, folder.resolve(name).toString());
    }

    private static String quoted(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String item(String id, long amount, String name) throws JsonProcessingException {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("name", name);
        for (String text : List.of("ministry", "bureau", "account", "purpose", "overview", "majorExpense")) {
            item.put(text, text + HOSTILE);
        }
        item.put("plans", List.of("plan" + HOSTILE, "second"));
        item.put("laws", List.of("law" + HOSTILE));
        item.put("attributes", Map.of("k" + HOSTILE, "v" + HOSTILE));
        item.put("fiscalYear", 2024);
        item.put("amount", amount);
        return JSON.writeValueAsString(item) + "\n";
    }

    private static String lineItem(String id, String kind, String amount) {
        StringBuilder json =
                new StringBuilder("{\"id\":" + quoted(id + HOSTILE) + ",\"accountType\":\"general\",\"budgetType\":"
                        + quoted(kind) + ",\"documentId\":" + quoted("document" + HOSTILE) + "," + amount);
        for (String key : List.of("ministry", "organization", "sectionName", "name", "description")) {
            json.append(',').append(quoted(key)).append(':').append(quoted("ship " + key + HOSTILE));
        }
        return json + "}";
    }

    private static String label() {
        return "{en: " + quoted("Title" + HOSTILE) + ", ja: " + quoted("題" + HOSTILE) + "}";
    }

    private static String definition(String id, String status) {
        return "definition: " + quoted(id) + "\ntitle: " + label() + "\nstatus: " + status
                + "\ncurrency: JPY\nsource: [act]\n"
                + "gdp: {amount: 1000000, label: " + label() + ", source: act}\n"
                + "targets: [{id: two, percent: \"2\", label: " + label() + ", source: act}]\n"
                + "blocks: [{id: core, label: " + label() + "}]\npolicies: [{policy: ships, block: core}"
                + (status.equals("proposed") ? ", {policy: ports, block: core}" : "") + "]\n";
    }

    private void rules(String name, String outcome) throws IOException {
        places.put(name, folder.resolve(name).toString());
        file(name + "/sources.yaml", "sources:\n  act: {title: " + quoted("Title" + HOSTILE) + ", status: official}\n");
        file(
                name + "/policies/policies.yaml",
                "policies:\n  - {policy: ships, title: " + label() + ", status: official}\n"
                        + "  - {policy: ports, title: " + label() + ", status: proposed}\n");
        file(name + "/policies/ships.drl", rule("Ships", "ships", "mentions(\"ship\")"));
        file(name + "/policies/ports.drl", rule("Ports", "ports", "mentions(\"port\"), names(\"port\")"));
        file(
                name + "/vocabulary/words.yaml",
                "vocabulary: words\nconcepts:\n"
                        + "  ship:\n    label: " + label() + "\n    terms: {ja: [船], en: [ship*]}\n"
                        + "  port:\n    label: " + label() + "\n    terms: {ja: [港], en: [port*, overview*]}\n");
        file(name + "/definitions/one.yaml", definition("one", "in-force"));
        file(
                name + "/official/figures.yaml",
                "official: figures\ntitle: " + label() + "\ncurrency: JPY\nbases: [{id: all, label: " + label() + "}]\n"
                        + "figures:\n  - {fiscalYear: 2024, stage: initial, subject: {block: core}, basis: all, amount: 9000, source: act, page: "
                        + quoted("page" + HOSTILE) + "}\n"
                        + "bridges:\n  - {id: b, label: " + label()
                        + ", subject: {block: core}, basis: all, amounts: [{fiscalYear: 2024, stage: initial, amount: 1, arithmetic: "
                        + label() + "}]}\n");
        file(name + "/definitions/more.yaml", definition("more", "proposed"));
        file(
                name + "/tests/ships.yaml",
                "definition: more\nasOf: 2026-04-01\ntests:\n  - name: " + quoted("test" + HOSTILE)
                        + "\n    item: {name: " + quoted("ship" + HOSTILE) + "}\n    expect: {outcome: " + outcome
                        + "}\n");
    }

    private static String rule(String name, String policy, String conditions) {
        return "package policies." + policy + "\n\nimport org.countsas.policy.Item\n\nrule \"" + name
                + "\"\n    @policy(\"" + policy
                + "\") @strength(\"rule\") @share(\"100\") @basis(\"official\") @cite(\"act\")\n"
                + "    @because(\"{name} is a ship\") @because_ja(\"{name}は船\")\nwhen\n\t$item : Item( " + conditions
                + " )\nthen\n"
                + "\t$item.count();\nend\n";
    }

    private void place(String place, String name) {
        places.put(place, folder.resolve(name).toString());
    }

    private void done(String words) {
        Command command = command("0 " + words);
        Console console = Console.run((Object[]) command.words());
        assertThat(console.code()).as(words + ": " + console.err()).isZero();
    }

    private void record() throws IOException {
        place("key", "key.pem");
        place("public", "key.pub.pem");
        place("bundle", "run.zip");
        place("changed", "changed");
        place("ledger", "ledger");
        place("proof", "proof.json");
        place("unfilled", "sample/sample.csv");
        done("keys new --out {key}");
        done("classify {recorded} --rules {rules} --definition one --bundle {bundle} --key {key} --ledger {ledger}");
        done("classify {recorded} --rules {rules} --definition one --bundle {changed}");
        done("prove {bundle} --item 1 --out {proof}");
        done("sample {bundle} --tolerable 50% --seed 7 --out {/}/sample");
        String worksheet = Files.readString(Path.of(places.get("unfilled")));
        file(
                "worksheet",
                "filled.csv",
                worksheet.replaceAll(
                        "(?m),COUNTED,ships,(\\d+),(\\d+),(.*),,,,$", ",COUNTED,ships,$1,$2,$3,COUNTED,ships,$2,"));
        Path lines = Path.of(places.get("changed")).resolve("decisions.jsonl");
        Files.writeString(lines, Files.readString(lines).replace("\"COUNTED\"", quoted(HOSTILE)));
        file("changed/x" + HOSTILE, "");
    }

    /** Every command, some of them several times. */
    List<Command> commands() {
        return COMMANDS.lines().map(this::command).toList();
    }

    private Command command(String line) {
        String[] words = line.split(" ");
        for (int i = 1; i < words.length; i++) {
            for (Map.Entry<String, String> place : places.entrySet()) {
                words[i] = words[i].replace("{" + place.getKey() + "}", place.getValue());
            }
        }
        return new Command(line.substring(2), Integer.parseInt(words[0]), Arrays.copyOfRange(words, 1, words.length));
    }
}
