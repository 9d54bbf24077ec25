package io.nearstock.catalog.quote;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Divides an amount over lines by their weights, to the minor unit, by the method of the largest remainder (Hare). */
final class Shares {

    private Shares() {}

    /**
     * One share a weight; they add up to the amount, and none is larger than its weight. Equal remainders are settled by
     * weight and not by place, so that the order of the lines does not matter.
     *
     * @param amount from 0 to the sum of the weights
     */
    static long[] of(long amount, long[] weights) {
        var shares = new long[weights.length];
        var sum = LongStream.of(weights).sum();
        if (amount < 0 || amount > sum) {
            throw new IllegalArgumentException("cannot divide " + amount + " over " + sum);
        }
        if (amount == 0) {
            return shares;
        }
        var remainders = new BigInteger[weights.length];
        for (var line = 0; line < weights.length; line++) {
            var exact = product(amount, weights[line]).divideAndRemainder(BigInteger.valueOf(sum));
            shares[line] = exact[0].longValueExact();
            remainders[line] = exact[1];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer line) -> remainders[line])
                        .thenComparingLong(line -> weights[line])
                        .reversed())
                .limit(amount - LongStream.of(shares).sum())
                .forEach(line -> shares[line]++);
        return shares;
    }

    private static BigInteger product(long amount, long weight) {
        return BigInteger.valueOf(amount).multiply(BigInteger.valueOf(weight));
    }
}
