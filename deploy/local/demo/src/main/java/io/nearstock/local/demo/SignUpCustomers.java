package io.nearstock.local.demo;

import io.nearstock.local.demo.retail.Invoice;
import io.nearstock.local.demo.shop.Session;
import io.nearstock.local.demo.shop.Shop;
import io.nearstock.local.demo.shop.Stack;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Makes an account for each customer of the file; one who has an account already just signs in. */
final class SignUpCustomers {

    private final Shop everybody;
    private final String password;
    private final Screen screen;

    SignUpCustomers(Shop everybody, Stack stack, Screen screen) {
        this.everybody = everybody;
        this.password = stack.password("customer");
        this.screen = screen;
    }

    /** The customers by their number in the file. */
    Map<String, Customer> whoBought(List<Invoice> invoices) {
        var numbers = invoices.stream().map(Invoice::customer).distinct().toList();
        var customers = new ConcurrentHashMap<String, Customer>();
        Crowd.each(numbers, number -> {
            customers.put(number, signUp(number));
            screen.progress("signing customers up", customers.size(), numbers.size(), "");
        });
        return customers;
    }

    private Customer signUp(String number) {
        var username = "c" + number;
        var email = username + "@customers.example";
        everybody
                .post("/api/accounts", Map.of("username", username, "email", email, "password", password))
                .expect(202, 409);
        return new Customer(number, email, everybody.as(new Session(everybody, username, password)));
    }
}
