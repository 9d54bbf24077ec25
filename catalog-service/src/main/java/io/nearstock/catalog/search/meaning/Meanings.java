package io.nearstock.catalog.search.meaning;

import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What texts mean. The model is loaded in the background when somebody first asks; until it is there, and where it cannot
 * be, nobody knows what anything means.
 */
@Component
public final class Meanings implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Meanings.class);

    private final MeaningSettings settings;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Map<String, byte[]> queries;
    private volatile @Nullable SentenceModel model;

    public Meanings(MeaningSettings settings) {
        this.settings = settings;
        this.queries = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
                return size() > settings.queries();
            }
        });
    }

    public boolean isOn() {
        return settings.enabled();
    }

    /** What words ask for, remembered; null while nobody knows, and where too many ask at once to wait for it. */
    public byte @Nullable [] ofQuery(String words) {
        var key = words.toLowerCase(Locale.ROOT);
        var known = queries.get(key);
        if (known != null || !isOn()) {
            return known;
        }
        var ready = ready();
        var meaning = ready == null ? null : ready.embedSoon(words, settings.patience());
        if (meaning != null) {
            queries.put(key, meaning);
        }
        return meaning;
    }

    /** Null while nobody knows. */
    public byte @Nullable [] of(String text) {
        var ready = ready();
        return ready == null ? null : ready.embed(text);
    }

    private @Nullable SentenceModel ready() {
        if (model == null && isOn() && asked.compareAndSet(false, true)) {
            Thread.ofPlatform().name("sentence-model").daemon().start(this::load);
        }
        return model;
    }

    /** Now. A system without the model's native library finds by words alone. */
    public void load() {
        try {
            model = SentenceModel.load(settings.longest());
            LOG.info("the sentence model is there");
        } catch (IOException | LinkageError | RuntimeException unusable) {
            LOG.warn("there is no sentence model; words alone find", unusable);
        }
    }

    @Override
    public void close() {
        var loaded = model;
        model = null;
        if (loaded != null) {
            loaded.close();
        }
    }
}
