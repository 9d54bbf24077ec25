package io.nearstock.local.demo.retail;

import java.util.List;
import java.util.Map;

/**
 * A town that stands for a customer's address, which the file does not tell.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Place(String town, String country, double longitude, double latitude) {

    private static final List<Place> BRITISH = List.of(
            new Place("London", "GB", -0.1276, 51.5072),
            new Place("Birmingham", "GB", -1.8904, 52.4862),
            new Place("Leeds", "GB", -1.5491, 53.8008),
            new Place("Glasgow", "GB", -4.2518, 55.8642),
            new Place("Bristol", "GB", -2.5879, 51.4545),
            new Place("Norwich", "GB", 1.2974, 52.6309));

    private static final Map<String, Place> ABROAD = Map.ofEntries(
            Map.entry("Germany", new Place("Frankfurt", "DE", 8.6821, 50.1109)),
            Map.entry("France", new Place("Lyon", "FR", 4.8357, 45.7640)),
            Map.entry("EIRE", new Place("Dublin", "IE", -6.2603, 53.3498)),
            Map.entry("Norway", new Place("Oslo", "NO", 10.7522, 59.9139)),
            Map.entry("Portugal", new Place("Lisbon", "PT", -9.1393, 38.7223)),
            Map.entry("Belgium", new Place("Ghent", "BE", 3.7174, 51.0543)),
            Map.entry("Spain", new Place("Zaragoza", "ES", -0.8891, 41.6488)),
            Map.entry("Netherlands", new Place("Utrecht", "NL", 5.1214, 52.0907)),
            Map.entry("Switzerland", new Place("Bern", "CH", 7.4474, 46.9480)),
            Map.entry("Italy", new Place("Bologna", "IT", 11.3426, 44.4949)),
            Map.entry("Sweden", new Place("Gothenburg", "SE", 11.9746, 57.7089)),
            Map.entry("Denmark", new Place("Aarhus", "DK", 10.2039, 56.1629)),
            Map.entry("Finland", new Place("Tampere", "FI", 23.7610, 61.4978)),
            Map.entry("Austria", new Place("Linz", "AT", 14.2858, 48.3069)),
            Map.entry("Poland", new Place("Poznan", "PL", 16.9252, 52.4064)),
            Map.entry("Cyprus", new Place("Nicosia", "CY", 33.3823, 35.1856)),
            Map.entry("Lithuania", new Place("Kaunas", "LT", 23.9036, 54.8985)),
            Map.entry("Iceland", new Place("Reykjavik", "IS", -21.9426, 64.1466)),
            Map.entry("Japan", new Place("Osaka", "JP", 135.5023, 34.6937)),
            Map.entry("Australia", new Place("Melbourne", "AU", 144.9631, -37.8136)),
            Map.entry("Channel Islands", new Place("St Helier", "JE", -2.1049, 49.1868)));

    /** Spreads the British over six towns by their number; a country that is not listed gets its goods in London. */
    public static Place of(Invoice invoice) {
        var british = BRITISH.get(Math.floorMod(invoice.customer().hashCode(), BRITISH.size()));
        return switch (invoice.country()) {
            case "United Kingdom" -> british;
            case String country -> ABROAD.getOrDefault(country, BRITISH.getFirst());
        };
    }
}
