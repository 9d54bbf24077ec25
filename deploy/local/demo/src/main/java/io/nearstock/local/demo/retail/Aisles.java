package io.nearstock.local.demo.retail;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The file has no categories; a product's name says where it would stand in a shop. */
public final class Aisles {

    private static final String ELSEWHERE = "home/more";
    private static final Map<String, List<String>> WORDS = new LinkedHashMap<>();

    static {
        aisle("seasonal/christmas", "CHRISTMAS XMAS ADVENT SANTA REINDEER");
        aisle("seasonal/easter", "EASTER EGG CHICK BUNNY");
        aisle("jewellery", "NECKLACE EARRINGS BRACELET RING CHARM BROOCH DIAMANTE");
        aisle("home/lighting", "CANDLE CANDLES T-LIGHT LANTERN LIGHT LIGHTS LAMP CANDLESTICK");
        aisle("home/kitchen", "MUG CUP BOWL PLATE TEA TEAPOT CAKE CUTLERY JAR BAKING APRON LUNCH BOTTLE JUG EGG TRAY");
        aisle("home/textiles", "CUSHION TOWEL BLANKET DOORMAT QUILT THROW");
        aisle("home/storage", "BOX TIN BASKET DRAWER CABINET CASES HOOK HANGER RACK");
        aisle("home/decoration", "DECORATION FRAME MIRROR CLOCK SIGN GARLAND BUNTING WREATH ORNAMENT HOLDER HEART");
        aisle("bags", "BAG BAGS SHOPPER PURSE WALLET");
        aisle("stationery", "CARD PAPER WRAP NOTEBOOK PENCILS PEN LETTER STICKERS BOOK RIBBON RIBBONS");
        aisle("children", "DOLLY CHILDRENS TOY GAME PUPPET JIGSAW KIDS BABY PLAYHOUSE");
        aisle("garden", "GARDEN FLOWER PLANT BIRD WATERING POT SEED");
    }

    private Aisles() {}

    private static void aisle(String path, String words) {
        WORDS.put(path, List.of(words.split(" ")));
    }

    /** A category path such as {@code home/kitchen}. */
    public static String of(String name) {
        var words = Arrays.asList(name.toUpperCase(Locale.ROOT).split("[ ,]+"));
        return WORDS.entrySet().stream()
                .filter(aisle -> aisle.getValue().stream().anyMatch(words::contains))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(ELSEWHERE);
    }
}
