package retention.rules.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import retention.rules.store.Store.Kind;

/** What is found in the state folder was put there by its owner and has not changed since, or it is not found. */
class StoreTest {

    private static final byte[] CONTENT = "what was compiled".getBytes(UTF_8);

    @TempDir
    private Path home;

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    @Test
    void an_entry_is_found_at_the_next_start() {
        kept("key");
        assertThat(found("key")).isEqualTo(CONTENT);
        assertThat(store().find(Kind.BOOK, "key")).isNull();
        assertThat(found("other")).isNull();
        assertThat(log).isEmpty();
    }

    @Test
    void looking_for_an_entry_leaves_nothing_behind() {
        assertThat(found("key")).isNull();
        assertThat(folder()).doesNotExist();
    }

    @Test
    void only_the_owner_can_look_into_it() throws IOException {
        kept("key");
        assertThat(permissions(folder())).isEqualTo("rwx------");
        assertThat(permissions(home.resolve("state"))).isEqualTo("rwx------");
        try (Stream<Path> files = Files.list(folder())) {
            assertThat(files)
                    .hasSize(3) // the entry, the key and its lock
                    .allSatisfy(file -> assertThat(permissions(file)).isEqualTo("rw-------"));
        }
    }

    @Test
    void a_change_of_any_byte_is_noticed() throws IOException {
        kept("key");
        byte[] whole = Files.readAllBytes(entry("key"));
        for (int i = 0; i < whole.length; i++) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            assertRefused(changed);
        }
    }

    @Test
    void an_entry_that_was_cut_off_is_noticed_wherever_it_ends() throws IOException {
        kept("key");
        byte[] whole = Files.readAllBytes(entry("key"));
        for (int length = 0; length < whole.length; length++) {
            assertRefused(Arrays.copyOf(whole, length));
        }
        assertRefused(Arrays.copyOf(whole, whole.length + 1));
    }

    @Test
    void an_entry_under_the_name_of_another_is_noticed() throws IOException {
        kept("key");
        kept("other");
        assertRefused(Files.readAllBytes(entry("other")));
        Files.copy(entry("other"), folder().resolve("other.book"));
        assertThat(store().find(Kind.BOOK, "other")).isNull();
    }

    @Test
    void an_entry_that_was_changed_and_sealed_anew_without_the_key_is_noticed() throws IOException {
        kept("key");
        assertRefused(new Seal(new byte[32]).close("key.file", "doctored".getBytes(UTF_8)));
        assertRefused("doctored".repeat(100).getBytes(UTF_8));
    }

    @Test
    void an_entry_too_large_to_be_one_is_not_even_read() throws IOException {
        kept("key");
        try (var file = new RandomAccessFile(entry("key").toFile(), "rw")) {
            file.setLength(8L << 30); // takes no room on the disk
        }
        assertThat(found("key")).isNull();
        assertThat(log).hasSize(1);
    }

    @Test
    void what_was_kept_while_others_could_read_the_key_is_dropped_with_the_key() throws IOException {
        kept("key");
        kept("other");
        byte[] known = Files.readAllBytes(keyFile());
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r-----"));
        assertThat(found("key")).isNull();
        assertThat(entry("key")).doesNotExist();
        assertThat(entry("other")).doesNotExist();
        assertThat(Files.readAllBytes(keyFile())).isNotEqualTo(known);
        assertThat(permissions(keyFile())).isEqualTo("rw-------");
        kept("key");
        assertThat(found("key")).isEqualTo(CONTENT);
    }

    @Test
    void a_key_that_is_a_link_or_of_another_length_is_replaced() throws IOException {
        kept("key");
        Path elsewhere = Files.write(home.resolve("elsewhere"), new byte[32]);
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rw-------"));
        Files.delete(keyFile());
        Files.createSymbolicLink(keyFile(), elsewhere);
        assertThat(found("key")).isNull();
        assertThat(keyFile()).isRegularFile();
        assertThat(Files.isSymbolicLink(keyFile())).isFalse();
        assertThat(elsewhere).hasBinaryContent(new byte[32]);

        kept("key");
        Files.write(keyFile(), new byte[31]);
        assertThat(found("key")).isNull();
        assertThat(Files.size(keyFile())).isEqualTo(32);
    }

    @Test
    void a_folder_that_cannot_be_made_costs_a_line_and_nothing_else() throws IOException {
        Files.writeString(home.resolve("state"), "a file");
        Store store = store();
        store.keep(Kind.FILE, "key", CONTENT);
        store.keep(Kind.FILE, "other", CONTENT);
        assertThat(store.find(Kind.FILE, "key")).isNull();
        assertThat(log).singleElement().asString().contains("cannot be kept in", "the next start takes longer");
    }

    @Test
    void an_entry_that_cannot_be_written_costs_a_line_and_leaves_nothing_unfinished() throws IOException {
        kept("key");
        Files.createDirectory(entry("taken"));
        Files.createFile(entry("taken").resolve("so that nothing can take its place"));
        Store store = store();
        store.keep(Kind.FILE, "taken", CONTENT);
        store.keep(Kind.FILE, "more", CONTENT);
        assertThat(log).singleElement().asString().contains("cannot be kept in");
        assertThat(unfinished()).isEmpty();
        assertThat(store.find(Kind.FILE, "key")).isEqualTo(CONTENT);
        assertThat(entry("more")).doesNotExist();
    }

    @Test
    void the_oldest_entries_go_when_there_are_too_many() throws IOException {
        Store store = store();
        for (int i = 0; i < 25; i++) {
            store.keep(Kind.BOOK, "book" + i, CONTENT);
            store.keep(Kind.FILE, "file" + i, CONTENT);
            aged(folder().resolve("book" + i + ".book"), 25 - i);
        }
        assertThat(IntStream.range(0, 25).filter(i -> store.find(Kind.BOOK, "book" + i) != null))
                .containsExactly(IntStream.range(5, 25).boxed().toArray(Integer[]::new));
        assertThat(IntStream.range(0, 25).filter(i -> store.find(Kind.FILE, "file" + i) != null))
                .hasSize(25);
    }

    @Test
    void what_a_killed_process_left_behind_goes_after_a_while() throws IOException {
        kept("key");
        Path old = Files.createFile(folder().resolve("new1.tmp"));
        aged(old, 120);
        Path fresh = Files.createFile(folder().resolve("new2.tmp"));
        kept("other");
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void many_may_read_and_write_it_at_once() {
        kept("key0");
        List<byte @Nullable []> seen = IntStream.range(0, 400)
                .parallel()
                .<byte @Nullable []>mapToObj(i -> {
                    Store store = store();
                    store.keep(Kind.FILE, "key" + i % 7, CONTENT);
                    return store.find(Kind.FILE, "key" + i % 7);
                })
                .toList();
        assertThat(seen).allSatisfy(content -> assertThat(content).isEqualTo(CONTENT));
        assertThat(log).isEmpty();
    }

    @Test
    void many_may_make_it_at_once() {
        IntStream.range(0, 50).parallel().forEach(i -> kept("key" + i));
        assertThat(IntStream.range(0, 50))
                .allSatisfy(i -> assertThat(found("key" + i)).isEqualTo(CONTENT));
        assertThat(log).isEmpty();
    }

    private void assertRefused(byte[] forged) throws IOException {
        log.clear();
        Files.write(entry("key"), forged);
        assertThat(found("key")).isNull();
        assertThat(log).singleElement().asString().contains("key.file is damaged, or this advisor did not write it");
        assertThat(entry("key")).doesNotExist();
    }

    private void kept(String key) {
        store().keep(Kind.FILE, key, CONTENT);
    }

    private byte @Nullable [] found(String key) {
        return store().find(Kind.FILE, key);
    }

    private Store store() {
        return new Store(folder(), log::add);
    }

    private Path folder() {
        return home.resolve("state/compiled");
    }

    private Path entry(String key) {
        return folder().resolve(key + ".file");
    }

    private Path keyFile() {
        return folder().resolve(KeyFile.NAME);
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(Store.UNFINISHED))
                    .toList();
        }
    }

    private static void aged(Path file, int minutes) throws IOException {
        FileTime now = Files.getLastModifiedTime(file);
        Files.setLastModifiedTime(file, FileTime.from(now.toInstant().minus(Duration.ofMinutes(minutes))));
    }

    private static String permissions(Path file) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
