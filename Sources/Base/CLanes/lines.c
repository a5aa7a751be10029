#include "cells.h"

#if defined(__SSE2__)

// Four numbers below 100, sixteen bits each, as eight digits in memory's order.
static inline __attribute__((always_inline)) uint64_t digits(uint64_t pairs) {
    const uint64_t tens = (pairs * 103) >> 10 & 0x000F000F000F000F;
    return (tens | (pairs - tens * 10) << 8) | 0x3030303030303030;
}

static inline __attribute__((always_inline)) uint8_t *put_number(uint8_t *to, uint32_t number) {
    const uint32_t high = number / 10000, low = number - high * 10000;
    const uint32_t high_hundreds = high / 100, low_hundreds = low / 100;
    const uint64_t all = digits(high_hundreds | (uint64_t)(high - high_hundreds * 100) << 16 | (uint64_t)low_hundreds << 32 |
                                (uint64_t)(low - low_hundreds * 100) << 48);
    // Zeros in front go, but not the last digit.
    const int zeros = __builtin_ctzll((all & 0x000F0F0F0F0F0F0F) | 1ull << 56) & ~7;
    const uint64_t shown = all >> zeros;
    memcpy(to, &shown, 8);
    to += 8 - zeros / 8;
    *to = ',';
    return to + 1;
}

// `YYYY-MM-DD`.
static inline __attribute__((always_inline)) uint8_t *put_date(uint8_t *to, int64_t date) {
    const uint64_t all = digits((uint64_t)date);
    const uint64_t first = (all & 0xFFFFFFFF) | (all >> 32 & 0xFFFF) << 40 | 0x2D00002D00000000;
    const uint16_t day = (uint16_t)(all >> 48);
    memcpy(to, &first, 8);
    memcpy(to + 8, &day, 2);
    return to + 10;
}

// A line; null where a cell cannot stand as it is. The form comes by value: what is written could be it otherwise.
CELLS_TARGET static inline __attribute__((always_inline)) uint8_t *put_line(
    uint8_t *to, const lanes_line_form form, const uint32_t *row, int64_t width, const uint8_t *text, const intptr_t *values) {
    for (int64_t p = 0; p < form.part_count; p++) {
        const lanes_line_part part = form.parts[p];
        switch (part.kind) {
        case LANES_LINE_TEXT: {
            const uint64_t number = (uint64_t)values[part.value];
            if (number >= (uint64_t)form.text_count) return NULL;
            const uint8_t *from = form.texts + form.text_ends[number];
            const int64_t length = form.text_ends[number + 1] - form.text_ends[number];
            // Most texts are no longer, and half as wide seldom lies across two lines of the cache.
            for (int64_t at = 0; at < length; at += 32)
                _mm256_storeu_si256((__m256i *)(to + at), _mm256_loadu_si256((const __m256i *)(from + at)));
            to += length;
            break;
        }
        case LANES_LINE_NUMBER:
            if ((uint64_t)values[part.value] >= 100000000) return NULL;
            to = put_number(to, (uint32_t)values[part.value]);
            break;
        case LANES_LINE_DATE:
            if (values[part.value] >= 0) to = put_date(to, values[part.value]);
            break;
        case LANES_LINE_DATE_OR_CELL:
            if (values[part.value] >= 0) {
                to = put_date(to, values[part.value]);
                *to++ = ',';
                break;
            }
            // Falls through.
        default:
            if (part.kind == LANES_LINE_CELLS && part.last >= width) return NULL;
            if (part.cell >= 0 && part.last < width) {
                const uint8_t *from = text + row[part.cell];
                const int64_t length = (int64_t)row[part.last + 1] - 1 - (int64_t)row[part.cell];
                const uint32_t met = copy_64(to, from, length);
                // In a cell alone a comma or a quote asks for another look.
                if (met & (part.kind == LANES_LINE_CELLS ? 1 : 7)) return NULL;
                if (met & 2 && !(form.quoting && lanes_quotes_stand(text, row, part.cell, part.last))) return NULL;
                if (length > 0) to += length;
            }
            *to++ = ',';
        }
    }
    return to;
}

CELLS_TARGET static int64_t write_64(
    const lanes_line_form form, const int32_t *rows, int64_t count, const uint32_t *bounds, int64_t stride, int64_t width,
    const uint8_t *text, uint8_t *to, int64_t *written) {
    uint8_t *at = to;
    int64_t line = 0;
    for (; line < count; line++) {
        uint8_t *end = put_line(at, form, bounds + rows[line] * stride, width, text, form.values + line * form.value_count);
        if (!end) break;
        at = end;
    }
    *written = at - to;
    return line;
}

#endif

int64_t lanes_write_lines(const lanes_line_form *form, const int32_t *rows, int64_t count, const uint32_t *bounds,
                          int64_t stride, int64_t width, const void *text, void *to, int64_t *written) {
    *written = 0;
#if defined(__SSE2__)
    if (lanes_width_in_use[LANES_WRITE_LINES] == 64)
        return write_64(*form, rows, count, bounds, stride, width, (const uint8_t *)text, (uint8_t *)to, written);
#else
    (void)form, (void)rows, (void)count, (void)bounds, (void)stride, (void)width, (void)text, (void)to;
#endif
    return 0;
}
