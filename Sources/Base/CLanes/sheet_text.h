// Texts, numbers and attributes of plain XML.
#ifndef SIAPPILIH_SHEET_TEXT_H
#define SIAPPILIH_SHEET_TEXT_H
#include "include/sheets.h"
#include "width.h"

// All bytes behind the end are 0, which stands nowhere in XML: every comparison fails there, and nothing runs past.

#define IS(p, text) (memcmp((p), text, sizeof(text) - 1) == 0)
#define FAILED ((const uint8_t *)0)
#define INLINE inline __attribute__((always_inline))

enum { last_row = 1048576, columns = 16384, longest_text = 32768 };

static inline int is_blank(uint8_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
static inline int is_digit(uint8_t c) { return (uint8_t)(c - '0') < 10; }

/// Behind the character reference at `p`, if it stands for a character that XML knows.
static inline const uint8_t *reference(const uint8_t *p) {
    if (IS(p, "&amp;")) return p + 5;
    if (IS(p, "&lt;") || IS(p, "&gt;")) return p + 4;
    if (IS(p, "&quot;") || IS(p, "&apos;")) return p + 6;
    if (!IS(p, "&#")) return FAILED;
    p += 2;
    uint32_t value = 0;
    int digits = 0;
    if (*p == 'x') {
        for (p++; digits < 7; p++, digits++) {
            const uint8_t c = *p | 0x20;
            if (is_digit(*p)) value = value << 4 | (uint32_t)(*p - '0');
            else if (c >= 'a' && c <= 'f') value = value << 4 | (uint32_t)(c - 'a' + 10);
            else break;
        }
    } else {
        for (; digits < 8 && is_digit(*p); p++, digits++) value = value * 10 + (uint32_t)(*p - '0');
    }
    if (digits == 0 || *p != ';') return FAILED;
    const int is_character = value == 9 || value == 10 || value == 13 || (value >= 0x20 && value <= 0xD7FF) ||
                             (value >= 0xE000 && value <= 0xFFFD) || (value >= 0x10000 && value <= 0x10FFFF);
    return is_character ? p + 1 : FAILED;
}

/// Behind the character of two bytes or more at `p`, if it is UTF-8 and XML knows it.
static inline const uint8_t *wide_character(const uint8_t *p) {
#define NEXT(i) ((p[i] & 0xC0) == 0x80)
    const uint8_t c = *p;
    if (c >= 0xC2 && c <= 0xDF) return NEXT(1) ? p + 2 : FAILED;
    if (c >= 0xE0 && c <= 0xEF) {
        if (!NEXT(1) || !NEXT(2)) return FAILED;
        if (c == 0xE0 && p[1] < 0xA0) return FAILED;
        if (c == 0xED && p[1] > 0x9F) return FAILED;
        if (c == 0xEF && p[1] == 0xBF && p[2] > 0xBD) return FAILED;
        return p + 3;
    }
    if (c >= 0xF0 && c <= 0xF4) {
        if (!NEXT(1) || !NEXT(2) || !NEXT(3)) return FAILED;
        if (c == 0xF0 && p[1] < 0x90) return FAILED;
        if (c == 0xF4 && p[1] > 0x8F) return FAILED;
        return p + 4;
    }
    return FAILED;
#undef NEXT
}

/// Looks at each byte of a text; FAILED where it is no text that XML has in this plain form.
static inline const uint8_t *judge(const uint8_t *p, const uint8_t *end, uint8_t *met) {
    while (p < end) {
        const uint8_t c = *p;
        if (c >= 0x80) {
            p = wide_character(p);
            if (!p) return FAILED;
            continue;
        }
        if (c == '&') {
            *met |= LANES_MET_ENTITY;
            p = reference(p);
            if (!p) return FAILED;
            continue;
        }
        if (c == '"' || c == ',' || c == '\n') *met |= LANES_MET_QUOTE;
        else if (c == '_') *met |= LANES_MET_UNDERSCORE;
        else if (c < 0x20 && c != '\t') return FAILED;
        // `]]>` is not allowed in a text; the byte before it is at least the tag's `>`.
        else if (c == '>' && p[-1] == ']') return FAILED;
        p++;
    }
    return p == end ? p : FAILED;
}

/// The `<` that ends a text at `p`, or `end`; `special` becomes 0 where no byte needs a look: by this portable form each
/// gets one.
static inline const uint8_t *find_tag_1(const uint8_t *p, const uint8_t *end, uint32_t *special) {
    *special = 1;
    while (p < end && *p != '<') p++;
    return p;
}

#if defined(__SSE2__)
/// The same, sixteen bytes at a time.
static inline const uint8_t *find_tag_16(const uint8_t *p, const uint8_t *end, uint32_t *special) {
    const __m128i tag = _mm_set1_epi8('<'), amp = _mm_set1_epi8('&'), quote = _mm_set1_epi8('"'),
                  comma = _mm_set1_epi8(','), line = _mm_set1_epi8('_'), close = _mm_set1_epi8('>'),
                  blank = _mm_set1_epi8(0x20);
    uint32_t met = 0;
    for (; p < end; p += 16) {
        const __m128i v = _mm_loadu_si128((const __m128i *)p);
        // As signed numbers, bytes above 127 are below a blank, as control characters are.
        const __m128i any = _mm_or_si128(
            _mm_or_si128(_mm_or_si128(_mm_cmplt_epi8(v, blank), _mm_cmpeq_epi8(v, amp)),
                         _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, comma))),
            _mm_or_si128(_mm_cmpeq_epi8(v, line), _mm_cmpeq_epi8(v, close)));
        const uint32_t ends = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, tag));
        const uint32_t met_here = (uint32_t)_mm_movemask_epi8(any);
        if (ends) {
            *special = met | (met_here & (ends ^ (ends - 1)));
            return p + __builtin_ctz(ends);
        }
        met |= met_here;
    }
    return end;
}
#else
#define find_tag_16 find_tag_1
#endif

/// The `<` that ends the text at `p`.
static INLINE const uint8_t *text_end(int width, const uint8_t *p, const uint8_t *end, uint8_t *met) {
    const uint8_t *const start = p;
    uint32_t special = 1;
    p = width == 16 ? find_tag_16(p, end, &special) : find_tag_1(p, end, &special);
    if (p >= end || p - start > longest_text) return FAILED;
    return special ? judge(start, p, met) : p;
}

/// Behind the closing quote of the attribute value at `p`: printable ASCII alone.
static inline const uint8_t *value_end(const uint8_t *p) {
    for (; *p != '"'; p++) {
        if (*p < 0x20 || *p > 0x7E || *p == '<' || *p == '&') return FAILED;
    }
    return p + 1;
}

/// Behind the number at `p` of at most `most` digits.
static inline const uint8_t *number(const uint8_t *p, int most, uint32_t *value) {
    const uint8_t *const start = p;
    uint32_t found = 0;
    while (is_digit(*p) && p - start < most) found = found * 10 + (uint32_t)(*p++ - '0');
    *value = found;
    return p == start || is_digit(*p) ? FAILED : p;
}

/// What stands between two attributes, or before the end of a tag: FAILED where it is neither.
static inline const uint8_t *gap(const uint8_t *p) {
    if (*p == '>' || *p == '/') return p;
    if (*p != ' ') return FAILED;
    while (*p == ' ') p++;
    return p;
}

/// Whether a tag stands anywhere in `p ..< end`.
static inline int holds(const uint8_t *p, const uint8_t *end, const char *tag) {
    return lanes_behind_tag(p, end - p, tag, (int64_t)strlen(tag)) > 0;
}

#endif
