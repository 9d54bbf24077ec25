package io.nearstock.inventory;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A process that comes to grief at one of its writes, seen from its database: every later write of it fails too. A bulk
 * write counts once, and may be done in part; only such writes count for those who come to grief in the middle.
 */
public final class Trouble {

    /** What happens at the write. */
    public enum Kind {
        CRASH_BEFORE,
        CRASH_IN_THE_MIDDLE,
        CRASH_AFTER,
        /** The process sleeps just before the write while others take its work over; then it wakes and goes on. */
        PAUSE
    }

    /** The process is gone. No exception, so that nothing catches it. */
    public static final class Crash extends Error {

        private static final long serialVersionUID = 1;
    }

    private static final Set<String> WRITES =
            Set.of("insertOne", "insertMany", "updateOne", "updateMany", "bulkWrite", "findOneAndUpdate", "replaceOne");

    private final Kind kind;
    private final int atWrite;
    private final Runnable meanwhile;
    private final AtomicBoolean dead = new AtomicBoolean();
    private int writes;
    private volatile boolean happened;

    private Trouble(Kind kind, int atWrite, Runnable meanwhile) {
        this.kind = kind;
        this.atWrite = atWrite;
        this.meanwhile = meanwhile;
    }

    /** None before the test arms it. */
    public static Trouble at(int write, Kind kind, Runnable meanwhile) {
        return new Trouble(kind, write, meanwhile);
    }

    public static Trouble none() {
        return new Trouble(Kind.CRASH_BEFORE, Integer.MAX_VALUE, () -> {});
    }

    /** Whether it came to that write at all. */
    public boolean happened() {
        return happened;
    }

    public MongoDatabase in(MongoDatabase database) {
        return proxy(MongoDatabase.class, (method, arguments) -> {
            var result = call(database, method, arguments);
            return result instanceof MongoCollection<?> collection ? in(collection) : result;
        });
    }

    private MongoCollection<?> in(MongoCollection<?> collection) {
        return proxy(
                MongoCollection.class,
                (method, arguments) -> WRITES.contains(method.getName())
                        ? write(collection, method, arguments)
                        : call(collection, method, arguments));
    }

    private Object write(MongoCollection<?> collection, Method method, Object[] arguments) throws Throwable {
        if (dead.get()) {
            throw new Crash();
        }
        if (!hasPlaceForIt(arguments) || ++writes != atWrite) {
            return call(collection, method, arguments);
        }
        happened = true;
        return switch (kind) {
            case CRASH_BEFORE -> throw crash();
            case CRASH_IN_THE_MIDDLE -> {
                var all = (List<?>) arguments[0];
                var part = arguments.clone();
                part[0] = new ArrayList<>(all.subList(0, all.size() / 2));
                throw crashAfter(collection, method, part);
            }
            case CRASH_AFTER -> throw crashAfter(collection, method, arguments);
            case PAUSE -> {
                meanwhile.run();
                yield call(collection, method, arguments);
            }
        };
    }

    /** What has one part has no middle. */
    private boolean hasPlaceForIt(Object[] arguments) {
        return kind != Kind.CRASH_IN_THE_MIDDLE || (arguments[0] instanceof List<?> all && all.size() > 1);
    }

    /** Whatever the database answers, nobody hears it. */
    private Crash crashAfter(MongoCollection<?> collection, Method method, Object[] arguments) throws Throwable {
        try {
            call(collection, method, arguments);
        } catch (MongoException _) {
            return crash();
        }
        return crash();
    }

    private Crash crash() {
        dead.set(true);
        return new Crash();
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException failure) {
            throw failure.getCause();
        }
    }

    private interface Behaviour {

        Object invoke(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> behaviour.invoke(method, arguments == null ? new Object[0] : arguments)));
    }
}
