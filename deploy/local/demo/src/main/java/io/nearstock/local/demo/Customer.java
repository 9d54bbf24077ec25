package io.nearstock.local.demo;

import io.nearstock.local.demo.shop.Shop;

/** A customer of the file who has an account. */
record Customer(String number, String email, Shop shop) {}
