package io.nearstock.inventory.replenishment;

import io.nearstock.inventory.replenishment.SimulatedShelves.Figures;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What share of the demand is met with how much stock: further up and to the left is better. */
record StockChart(List<Line> lines) {

    private static final List<String> COLOURS = List.of("#0b6e4f", "#c8553d", "#3d5a98");
    private static final int WIDTH = 560;
    private static final int HEIGHT = 320;
    private static final int MARGIN = 50;

    record Line(String name, List<Figures> points) {}

    String svg() {
        var drawn = IntStream.range(0, lines.size())
                .mapToObj(index -> drawn(lines.get(index), COLOURS.get(index), index))
                .collect(Collectors.joining());
        return """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">
            <rect width="100%%" height="100%%" fill="#fff"/>
            %s%s<text x="%d" y="%d" text-anchor="middle">average stock, units a series</text>
            <text x="8" y="30">demand met from the shelf</text>
            </svg>
            """.formatted(WIDTH, HEIGHT, scales(), drawn, WIDTH / 2, HEIGHT - 8);
    }

    private String scales() {
        var text = new StringBuilder();
        for (var step = 0; step <= 4; step++) {
            var fill = least() + (1 - least()) * step / 4;
            var stock = most() * step / 4;
            text.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
                    MARGIN,
                    WIDTH - MARGIN,
                    y(fill),
                    y(fill)));
            text.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.0f %%</text>%n",
                    MARGIN - 6,
                    y(fill) + 4,
                    100 * fill));
            text.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.1f</text>%n",
                    x(stock),
                    HEIGHT - MARGIN + 18,
                    stock));
        }
        return text.toString();
    }

    private String drawn(Line line, String colour, int index) {
        var path = line.points().stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", x(point.averageStock()), y(point.fillRate())))
                .collect(Collectors.joining(" "));
        var dots = line.points().stream()
                .map(point -> String.format(
                        Locale.ROOT,
                        "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>%n",
                        x(point.averageStock()),
                        y(point.fillRate()),
                        colour))
                .collect(Collectors.joining());
        return String.format(
                        Locale.ROOT,
                        "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n",
                        path,
                        colour)
                + dots
                + String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"%s\">%s</text>%n",
                        WIDTH - MARGIN,
                        HEIGHT - MARGIN - 50 + 16 * index,
                        colour,
                        line.name());
    }

    private double x(double stock) {
        return MARGIN + stock / most() * (WIDTH - 2 * MARGIN);
    }

    private double y(double fill) {
        return HEIGHT - MARGIN - (fill - least()) / (1 - least()) * (HEIGHT - 2 * MARGIN);
    }

    private double most() {
        return Math.ceil(points().mapToDouble(Figures::averageStock).max().orElse(1));
    }

    private double least() {
        return Math.floor(points().mapToDouble(Figures::fillRate).min().orElse(0) * 20) / 20;
    }

    private Stream<Figures> points() {
        return lines.stream().flatMap(line -> line.points().stream());
    }
}
