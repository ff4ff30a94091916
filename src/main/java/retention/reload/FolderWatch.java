package retention.reload;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Waits until somebody has saved something in one of some folders. For one thread. */
public final class FolderWatch {

    private static final Duration NEVER = Duration.ofDays(36_500);

    private final List<Path> folders;
    private final List<Watch> watches;
    private final Duration every;

    /** Looks at the folders as they are now; only what changes from here on counts. */
    public FolderWatch(List<Path> folders, Watching watching) {
        this.folders = List.copyOf(folders);
        this.every = watching.every();
        var once = new Watching(every, watching.quiet(), watching.longest(), watching.patience(), NEVER);
        this.watches = folders.stream()
                .map(folder -> new Watch(once, Footprint.of(folder)))
                .toList();
    }

    /** Returns once a folder has changed and been quiet, or changes all the time. */
    public void await() throws InterruptedException {
        while (!due()) {
            Thread.sleep(every.toMillis());
        }
    }

    private boolean due() {
        boolean due = false;
        for (int i = 0; i < folders.size(); i++) {
            due = watches.get(i).due(Footprint.of(folders.get(i)), System.nanoTime()) || due;
        }
        return due;
    }
}
