package io.nearstock.catalog.promotion;

import io.nearstock.catalog.Segments;
import io.nearstock.catalog.Segments.Member;
import io.nearstock.chassis.web.Cursor;
import io.nearstock.chassis.web.Page;
import io.nearstock.chassis.web.PageRequest;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Staff say which customers a segment has; a segment is there as soon as somebody is in it. */
@RestController
@RequestMapping("/api/segments/{segment}/customers")
final class SegmentController {

    record MemberView(String customerId) {

        static MemberView of(Member member) {
            return new MemberView(member.customerId());
        }
    }

    private final Segments segments;

    SegmentController(Segments segments) {
        this.segments = segments;
    }

    @GetMapping
    Page<MemberView> customers(@PathVariable @Pattern(regexp = Segments.NAME) String segment, PageRequest page) {
        var after = page.cursor().map(cursor -> cursor.parts(1).getFirst()).orElse("");
        var listed = segments.list(segment, after, page.limit() + 1);
        return Page.of(listed, page, last -> Cursor.of(last.customerId())).map(MemberView::of);
    }

    @PutMapping("/{customerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(
            @PathVariable @Pattern(regexp = Segments.NAME) String segment,
            @PathVariable @Size(max = 64) String customerId) {
        segments.add(segment, customerId);
    }

    @DeleteMapping("/{customerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable @Pattern(regexp = Segments.NAME) String segment,
            @PathVariable @Size(max = 64) String customerId) {
        segments.remove(segment, customerId);
    }
}
