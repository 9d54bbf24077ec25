package io.nearstock.acceptance.chaos.audit;

import java.util.List;
import java.util.stream.Stream;

/** One auditor's eye. */
interface Check {

    List<Check> ALL = List.of(
            new StockCheck(),
            new MovementCheck(),
            new OrderCheck(),
            new KeyCheck(),
            new MoneyCheck(),
            new MailCheck(),
            new EventCheck(),
            new CopyCheck(),
            new RefusalCheck(),
            new QueueCheck());

    Stream<Finding> findings(Evidence evidence);
}
