package org.countsas.source.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.countsas.item.Stage;
import org.junit.jupiter.api.Test;

class DigestedRowsTest {

    @Test
    void digests_remember_the_first_row_of_each_amount_as_a_map_does() {
        Random random = new Random(5);
        DigestedRows rows = new DigestedRows();
        Map<String, Origin> expected = new HashMap<>();
        Map<String, Origin> ids = new HashMap<>();
        for (int i = 0; i < 200_000; i++) {
            String id = String.valueOf(random.nextInt(120_000));
            int slot = random.nextInt(3);
            Origin origin = new Origin(i % 2 == 0 ? "a.csv" : "b.csv", i);

            assertThat(rows.putIfAbsent(id, slot, origin)).isEqualTo(expected.putIfAbsent(id + " " + slot, origin));
            ids.put(id, origin);
        }

        assertThat(rows.ids()).isEqualTo(ids.size());
    }

    @Test
    void what_was_known_before_the_ids_became_digests_is_known_afterwards() {
        FirstRows rows = new FirstRows();
        Origin first = new Origin("a.csv", 2);
        rows.putIfAbsent("x", 2024, Stage.INITIAL, first);
        rows.putIfAbsent("x", 2024, Stage.EXECUTED, first);
        rows.putIfAbsent("y", 2024, Stage.INITIAL, new Origin("a.csv", 3));
        rows.digest();
        rows.digest();

        assertThat(rows.putIfAbsent("x", 2024, Stage.INITIAL, new Origin("b.csv", 9)))
                .isEqualTo(first);
        assertThat(rows.putIfAbsent("x", 2025, Stage.INITIAL, new Origin("b.csv", 9)))
                .isNull();
        assertThat(rows.putIfAbsent("z", 2024, Stage.INITIAL, new Origin("b.csv", 9)))
                .isNull();
        assertThat(rows.ids()).isEqualTo(3);
    }
}
