package org.countsas.source.spool;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countsas.item.BudgetItem;
import org.countsas.item.Programme;
import org.countsas.item.Stage;

/** Items as bytes: each text as its length and its UTF-8 bytes. For one process only: the form is no promise. Not thread-safe. */
final class ItemCodec {
    private ByteBuffer out = ByteBuffer.allocate(1 << 18);

    /** The bytes of items; valid until the next call. */
    ByteBuffer encode(List<BudgetItem> items) {
        out.clear();
        for (BudgetItem item : items) {
            Programme programme = item.programme();
            text(programme.id());
            text(programme.ministry());
            text(programme.bureau());
            text(programme.account());
            text(programme.name());
            text(programme.purpose());
            text(programme.overview());
            text(programme.majorExpense());
            texts(programme.plans());
            texts(programme.laws());
            number(programme.attributes().size());
            programme.attributes().forEach((key, value) -> {
                text(key);
                text(value);
            });
            number(item.fiscalYear());
            text(item.stage().name());
            room(Long.BYTES);
            out.putLong(item.amount());
            text(item.currency());
        }
        return out.flip();
    }

    private void texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
    }

    private void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        room(bytes.length);
        out.put(bytes);
    }

    private void number(int number) {
        room(Integer.BYTES);
        out.putInt(number);
    }

    private void room(int bytes) {
        if (out.remaining() < bytes) {
            int longer = Math.max(Math.addExact(out.position(), bytes), (int) Math.min(1L << 30, 2L * out.capacity()));
            out = ByteBuffer.allocate(longer).put(out.flip());
        }
    }

    /** The items of a block. */
    static List<BudgetItem> decode(ByteBuffer block, int items) {
        List<BudgetItem> decoded = new ArrayList<>(items);
        TextCache cache = new TextCache();
        for (int i = 0; i < items; i++) {
            Programme programme = Programme.builder(cache.text(block))
                    .ministry(cache.text(block))
                    .bureau(cache.text(block))
                    .account(cache.text(block))
                    .name(cache.text(block))
                    .purpose(cache.text(block))
                    .overview(cache.text(block))
                    .majorExpense(cache.text(block))
                    .plans(texts(block, cache))
                    .laws(texts(block, cache))
                    .attributes(attributes(block, cache))
                    .build();
            int fiscalYear = block.getInt();
            Stage stage = Stage.valueOf(cache.text(block));
            long amount = block.getLong();
            decoded.add(new BudgetItem(programme, fiscalYear, stage, amount, cache.text(block)));
        }
        return decoded;
    }

    private static List<String> texts(ByteBuffer block, TextCache cache) {
        int size = block.getInt();
        if (size == 0) {
            return List.of();
        }
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(cache.text(block));
        }
        return texts;
    }

    private static Map<String, String> attributes(ByteBuffer block, TextCache cache) {
        int size = block.getInt();
        if (size == 0) {
            return Map.of();
        }
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            attributes.put(cache.text(block), cache.text(block));
        }
        return attributes;
    }
}
