package org.countsas.source.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.countsas.item.BudgetItem;
import org.countsas.item.NaturalIds;
import org.countsas.item.Programme;
import org.countsas.item.Stage;
import org.countsas.problem.Code;
import org.countsas.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemSpoolTest {
    private static final Comparator<BudgetItem> ORDER = Comparator.comparing(BudgetItem::fiscalYear)
            .thenComparing(BudgetItem::stage)
            .thenComparing(BudgetItem::id, NaturalIds.ORDER);

    private static Programme programme(String id) {
        return Programme.builder(id)
                .ministry("国土交通省")
                .bureau("海上保安庁")
                .account("一般会計")
                .name("巡視船 " + id)
                .purpose("海の安全 🛥 " + "を守る".repeat(Integer.parseInt(id) % 50))
                .overview("x".repeat(Integer.parseInt(id) % 300))
                .majorExpense("海上保安; その他")
                .plans(List.of("計画一", "計画二"))
                .laws(List.of("海上保安庁法"))
                .attributes(Map.of("sheet", id, "注", "値"))
                .build();
    }

    private static List<BudgetItem> items(int count) {
        List<BudgetItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Programme programme = programme(String.valueOf(i));
            items.add(new BudgetItem(programme, 2024, Stage.INITIAL, 1_000L * i - 7, "JPY"));
            if (i % 3 == 0) {
                items.add(new BudgetItem(programme, 2023, Stage.EXECUTED, 0, "JPY"));
            }
        }
        return items;
    }

    private static List<BudgetItem> spooled(List<BudgetItem> items, int run) {
        ItemSpool spool = new ItemSpool(0, run);
        items.forEach(spool::add);
        return spool.items(7);
    }

    @Test
    void items_that_come_out_of_order_are_sorted_on_disk_by_year_stage_and_id() {
        List<BudgetItem> items = items(2_000);
        List<BudgetItem> sorted = items.stream().sorted(ORDER).toList();
        Collections.shuffle(items, new Random(11));

        assertThat(spooled(items, 150)).isInstanceOf(SpooledItems.class).isEqualTo(sorted);
        assertThat(spooled(items, 1_000_000)).isEqualTo(sorted);
    }

    @Test
    void items_that_come_in_order_keep_it() {
        List<BudgetItem> sorted = items(700).stream().sorted(ORDER).toList();

        assertThat(spooled(sorted, 5)).isEqualTo(sorted);
    }

    @Test
    void each_item_can_be_asked_for_by_its_place() {
        List<BudgetItem> sorted = items(500).stream().sorted(ORDER).toList();
        List<BudgetItem> spooled = spooled(sorted, 100);

        assertThat(spooled).hasSameSizeAs(sorted);
        for (int i : new int[] {0, 127, 128, 333, 1, sorted.size() - 1}) {
            assertThat(spooled.get(i)).isEqualTo(sorted.get(i));
        }
        assertThatThrownBy(() -> spooled.get(sorted.size())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void several_threads_may_go_through_the_items_at_once() {
        List<BudgetItem> sorted = items(1_000).stream().sorted(ORDER).toList();
        List<BudgetItem> spooled = spooled(sorted, 100);

        assertThat(Stream.of(1, 2, 3, 4, 5, 6, 7, 8).parallel().map(i -> List.copyOf(spooled)))
                .hasSize(8)
                .allMatch(sorted::equals);
    }

    @Test
    void a_lot_says_which_amounts_it_has() {
        SpooledItems spooled = (SpooledItems) spooled(items(10), 3);

        assertThat(spooled.programmes()).isEqualTo(7);
        assertThat(spooled.lots())
                .extracting(
                        Lot::fiscalYear,
                        Lot::stage,
                        Lot::otherThanZero,
                        Lot::currencies,
                        lot -> lot.items().size())
                .containsExactly(
                        tuple(2023, Stage.EXECUTED, false, Set.of("JPY"), 4),
                        tuple(2024, Stage.INITIAL, true, Set.of("JPY"), 10));
    }

    @Test
    void few_items_stay_in_memory_in_the_order_in_which_they_came() {
        List<BudgetItem> items = items(20);
        Collections.shuffle(items, new Random(3));
        ItemSpool spool = new ItemSpool(1_000_000);

        assertThat(items).noneMatch(spool::add);
        assertThat(spool.items(20)).isNotInstanceOf(ItemsOnDisk.class).isEqualTo(items);
    }

    @Test
    void the_first_item_beyond_the_limit_moves_all_of_them_to_the_disk() {
        ItemSpool spool = new ItemSpool(250);
        List<BudgetItem> items = items(3);

        assertThat(spool.isEmpty()).isTrue();
        assertThat(items.stream().map(spool::add)).containsExactly(false, false, false, true);
        assertThat(spool.isEmpty()).isFalse();
        assertThat(spool.items(3))
                .containsExactlyElementsOf(items.stream().sorted(ORDER).toList());
    }

    @Test
    void a_text_may_be_longer_than_any_buffer() {
        BudgetItem item = new BudgetItem(
                Programme.builder("1").overview("長".repeat(1_000_000)).build(),
                2024,
                Stage.REQUEST,
                Long.MIN_VALUE,
                "USD");

        assertThat(spooled(List.of(item), 1)).containsExactly(item);
    }

    @Test
    void the_file_has_no_name_while_it_is_used(@TempDir Path folder) throws IOException {
        SpoolFile file = SpoolFile.create(folder);
        long place = file.append(ByteBuffer.wrap(new byte[] {1, 2, 3}));

        assertThat(file.read(place, 3).array()).containsExactly(1, 2, 3);
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void a_temporary_folder_that_takes_no_file_is_a_problem_with_a_way_out(@TempDir Path folder) {
        assertThatThrownBy(() -> SpoolFile.create(folder.resolve("missing")))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problems()).hasSize(1);
                    assertThat(e.problems().get(0).code()).isEqualTo(Code.UNWRITABLE);
                    assertThat(e.problems().get(0).reason())
                            .startsWith(
                                    "The input is larger than memory, and its items cannot be written to the temporary"
                                            + " folder: ");
                    assertThat(e.problems().get(0).fix())
                            .startsWith("Make room there, or name another folder by TMPDIR");
                });
    }
}
