package org.countsas.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HandoverTest {

    @Test
    void things_are_taken_on_this_thread_in_the_order_in_which_another_makes_them() {
        List<Integer> taken = new ArrayList<>();
        AtomicReference<Thread> maker = new AtomicReference<>();

        Handover.<Integer>run(
                each -> {
                    maker.set(Thread.currentThread());
                    IntStream.range(0, 10_001).forEach(each::accept);
                },
                taken::add);

        assertThat(taken).isEqualTo(IntStream.range(0, 10_001).boxed().toList());
        assertThat(maker.get()).isNotSameAs(Thread.currentThread());
        assertThat(maker.get().isAlive()).isFalse();
    }

    @Test
    void what_the_maker_throws_comes_after_what_it_made() {
        List<Integer> taken = new ArrayList<>();

        assertThatThrownBy(() -> Handover.<Integer>run(
                        each -> {
                            IntStream.range(0, 300).forEach(each::accept);
                            throw new IllegalArgumentException("row 300");
                        },
                        taken::add))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("row 300");
        assertThat(taken).hasSize(300);
        assertThatThrownBy(() -> Handover.<Integer>run(
                        each -> {
                            throw new OutOfMemoryError("as if");
                        },
                        taken::add))
                .isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void what_the_taker_throws_ends_the_maker() {
        AtomicReference<Thread> maker = new AtomicReference<>();

        assertThatThrownBy(() -> Handover.<Integer>run(
                        each -> {
                            maker.set(Thread.currentThread());
                            for (int i = 0; ; i++) {
                                each.accept(i);
                            }
                        },
                        thing -> {
                            throw new IllegalStateException("no room");
                        }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no room");
        assertThat(maker.get().isAlive()).isFalse();
    }
}
