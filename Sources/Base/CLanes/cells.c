#include "cells.h"

#if defined(__SSE2__)

CELLS_TARGET static uint32_t copy_cells_64(uint8_t *to, const uint8_t *from, int64_t length) {
    return copy_64(to, from, length) & 3;
}

static uint32_t copy_16(uint8_t *to, const uint8_t *from, int64_t length) {
    const __m128i quote = _mm_set1_epi8('"'), comma = _mm_set1_epi8(','), semicolon = _mm_set1_epi8(';'), blank = _mm_set1_epi8(' '),
                  equals = _mm_set1_epi8('='), plus = _mm_set1_epi8('+'), minus = _mm_set1_epi8('-'),
                  at_sign = _mm_set1_epi8('@');
    uint32_t begins = 1, met = 0, quotes = 0;
    for (; length > 0; from += 16, to += 16, length -= 16) {
        const __m128i v = _mm_loadu_si128((const __m128i *)from);
        _mm_storeu_si128((__m128i *)to, v);
        const uint32_t within = length >= 16 ? 0xFFFFu : (1u << length) - 1u;
        // Bytes above 127 are negative here.
        const uint32_t odd = (uint32_t)_mm_movemask_epi8(_mm_cmplt_epi8(v, blank));
        const uint32_t runs = (uint32_t)_mm_movemask_epi8(
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, equals), _mm_cmpeq_epi8(v, plus)),
                         _mm_or_si128(_mm_cmpeq_epi8(v, minus), _mm_cmpeq_epi8(v, at_sign))));
        begins |= (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_cmpeq_epi8(v, comma), _mm_cmpeq_epi8(v, semicolon))) << 1;
        met |= (odd | (runs & begins)) & within;
        quotes |= (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, quote)) & within;
        begins >>= 16;
    }
    return met ? 1 : quotes ? 2 : 0;
}

#endif

static uint32_t copy_1(uint8_t *to, const uint8_t *from, int64_t length) {
    uint32_t met = 0, quotes = 0;
    uint8_t before = ',';
    for (int64_t i = 0; i < length; i++) {
        const uint8_t b = from[i];
        to[i] = b;
        met |= b < ' ' || b > 127;
        quotes |= b == '"';
        met |= (before == ',' || before == ';') && (b == '=' || b == '+' || b == '-' || b == '@');
        before = b;
    }
    return met ? 1 : quotes ? 2 : 0;
}

static inline __attribute__((always_inline)) uint32_t copy(int width, void *to, const void *from, int64_t length) {
    switch (width) {
#if defined(__SSE2__)
    case 64: return copy_cells_64((uint8_t *)to, (const uint8_t *)from, length);
    case 16: return copy_16((uint8_t *)to, (const uint8_t *)from, length);
#endif
    default: return copy_1((uint8_t *)to, (const uint8_t *)from, length);
    }
}

int lanes_copy_cells_by(int width, void *to, const void *from, int64_t length, uint32_t *met) {
    if (!lanes_runs(LANES_COPY_CELLS, width)) return 0;
    *met = copy(width, to, from, length);
    return 1;
}

uint32_t lanes_copy_cells(void *to, const void *from, int64_t length) {
    return copy(lanes_width_in_use[LANES_COPY_CELLS], to, from, length);
}

int lanes_quotes_stand(const void *text, const uint32_t *row, int64_t cell, int64_t last) {
    const uint8_t *bytes = (const uint8_t *)text, *end = bytes + row[last + 1] - 1;
    const uint8_t *first = memchr(bytes + row[cell], '"', (size_t)(end - bytes - row[cell]));
    if (!first) return 1;
    const uint8_t *second = memchr(first + 1, '"', (size_t)(end - first - 1));
    if (!second || memchr(second + 1, '"', (size_t)(end - second - 1))) return 0;
    while (cell < last && row[cell + 1] <= first - bytes) cell++;
    if (row[cell] != first - bytes || row[cell + 1] - 2 != second - bytes) return 0;
    const uint8_t head = first[1];
    if (head == '=' || head == '+' || head == '-' || head == '@') return 0;
    return memchr(first + 1, ',', (size_t)(second - first - 1)) != NULL;
}
