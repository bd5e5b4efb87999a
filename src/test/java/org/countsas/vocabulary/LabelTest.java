package org.countsas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelTest {

    @Test
    void a_label_is_japanese_in_japanese_and_english_otherwise() {
        BilingualText label = new BilingualText("space", "宇宙");
        assertThat(label.in("ja")).isEqualTo("宇宙");
        assertThat(label.in("en")).isEqualTo("space");
        assertThat(label.in("fr")).isEqualTo("space");
    }
}
