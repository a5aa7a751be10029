#include "truth.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

void truth_meet(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *at, const uint64_t *af, const uint64_t *bt,
                const uint64_t *bf, size_t words) {
    for (size_t i = 0; i < words; i++) {
        t[i] = at[i] & bt[i];
        f[i] = af[i] | bf[i];
    }
}

void truth_equal(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *at, const uint64_t *af,
                 const uint64_t *bt, const uint64_t *bf, size_t words) {
    for (size_t i = 0; i < words; i++) {
        t[i] = (at[i] & bt[i]) | (af[i] & bf[i]);
        f[i] = (at[i] & bf[i]) | (af[i] & bt[i]);
    }
}

void truth_select(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *ct, const uint64_t *cf,
                  const uint64_t *at, const uint64_t *af, const uint64_t *bt, const uint64_t *bf, size_t words) {
    for (size_t i = 0; i < words; i++) {
        t[i] = (ct[i] & at[i]) | (cf[i] & bt[i]);
        f[i] = (ct[i] & af[i]) | (cf[i] & bf[i]);
    }
}

void truth_gate(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *at, const uint64_t *af, const uint64_t *bt,
                const uint64_t *bf, size_t words) {
    for (size_t i = 0; i < words; i++) {
        const uint64_t known = bt[i] | bf[i];
        t[i] = at[i] & known;
        f[i] = af[i] & known;
    }
}

void truth_flags(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *bits, size_t rows) {
    const size_t words = rows / 64;
    for (size_t i = 0; i < words; i++) {
        t[i] = bits[i];
        f[i] = ~bits[i];
    }
    if (rows % 64) {
        const uint64_t mask = ((uint64_t)1 << (rows % 64)) - 1;
        t[words] = bits[words] & mask;
        f[words] = ~bits[words] & mask;
    }
}

void truth_known(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *is_true, const uint64_t *is_known,
                 size_t words) {
    for (size_t i = 0; i < words; i++) {
        t[i] = is_known[i] & is_true[i];
        f[i] = is_known[i] & ~is_true[i];
    }
}

/// The rows of one word whose value lies between, lowest bit first.
static inline uint64_t between_word(const int32_t *v, int32_t low, int32_t high, size_t rows) {
    uint64_t inside = 0;
#if defined(__SSE2__)
    if (rows == 64) {
        const __m128i lo = _mm_set1_epi32(low), hi = _mm_set1_epi32(high);
        for (int i = 0; i < 4; i++) {
            __m128i outside[4];
            for (int j = 0; j < 4; j++) {
                const __m128i x = _mm_loadu_si128((const __m128i *)(v + 16 * i + 4 * j));
                outside[j] = _mm_or_si128(_mm_cmplt_epi32(x, lo), _mm_cmpgt_epi32(x, hi));
            }
            const __m128i bytes = _mm_packs_epi16(_mm_packs_epi32(outside[0], outside[1]),
                                                  _mm_packs_epi32(outside[2], outside[3]));
            inside |= (uint64_t)(uint16_t)~_mm_movemask_epi8(bytes) << (16 * i);
        }
        return inside;
    }
#endif
    for (size_t i = 0; i < rows; i++) inside |= (uint64_t)(v[i] >= low && v[i] <= high) << i;
    return inside;
}

void truth_between(uint64_t *restrict t, uint64_t *restrict f, const int32_t *values, const uint64_t *known,
                   int32_t low, int32_t high, size_t rows) {
    for (size_t word = 0; word * 64 < rows; word++) {
        const uint64_t there = known[word];
        if (there == 0) {
            t[word] = 0;
            f[word] = 0;
            continue;
        }
        const size_t left = rows - word * 64;
        const uint64_t inside = between_word(values + word * 64, low, high, left < 64 ? left : 64);
        t[word] = inside & there;
        f[word] = ~inside & there;
    }
}

void truth_codes(uint64_t *restrict t, uint64_t *restrict f, const uint8_t *codes, const uint8_t *wanted,
                 size_t wanted_count, const uint8_t *unknown, size_t unknown_count, size_t rows) {
    uint8_t kinds[256] = {0};
    for (size_t i = 0; i < wanted_count; i++) kinds[wanted[i]] = 1;
    for (size_t i = 0; i < unknown_count; i++) kinds[unknown[i]] = 2;
    for (size_t word = 0; word * 64 < rows; word++) {
        const uint8_t *c = codes + word * 64;
        const size_t left = rows - word * 64;
        uint64_t yes = 0, maybe = 0;
        uint64_t mask = ~(uint64_t)0;
#if defined(__SSE2__)
        if (left >= 64) {
            __m128i v[4];
            for (int i = 0; i < 4; i++) v[i] = _mm_loadu_si128((const __m128i *)c + i);
            const __m128i any = _mm_or_si128(_mm_or_si128(v[0], v[1]), _mm_or_si128(v[2], v[3]));
            if (_mm_movemask_epi8(_mm_cmpeq_epi8(any, _mm_setzero_si128())) == 0xFFFF) {
                // A sparse column: nothing is known in these rows.
                t[word] = kinds[0] == 1 ? ~(uint64_t)0 : 0;
                f[word] = kinds[0] == 0 ? ~(uint64_t)0 : 0;
                continue;
            }
            for (int i = 0; i < 4; i++) {
                __m128i hit = _mm_setzero_si128(), open = _mm_setzero_si128();
                for (size_t k = 0; k < wanted_count; k++)
                    hit = _mm_or_si128(hit, _mm_cmpeq_epi8(v[i], _mm_set1_epi8((char)wanted[k])));
                for (size_t k = 0; k < unknown_count; k++)
                    open = _mm_or_si128(open, _mm_cmpeq_epi8(v[i], _mm_set1_epi8((char)unknown[k])));
                yes |= (uint64_t)(uint32_t)_mm_movemask_epi8(hit) << (16 * i);
                maybe |= (uint64_t)(uint32_t)_mm_movemask_epi8(open) << (16 * i);
            }
            t[word] = yes;
            f[word] = ~(yes | maybe);
            continue;
        }
#endif
        const size_t here = left < 64 ? left : 64;
        if (here < 64) mask = ((uint64_t)1 << here) - 1;
        for (size_t i = 0; i < here; i++) {
            yes |= (uint64_t)(kinds[c[i]] == 1) << i;
            maybe |= (uint64_t)(kinds[c[i]] == 2) << i;
        }
        t[word] = yes;
        f[word] = ~(yes | maybe) & mask;
    }
}

void truth_table(uint64_t *restrict t, uint64_t *restrict f, const uint8_t *codes, const uint8_t *table, size_t rows) {
    for (size_t word = 0; word * 64 < rows; word++) {
        const size_t left = rows - word * 64;
        const size_t here = left < 64 ? left : 64;
        uint64_t yes = 0, no = 0;
        for (size_t i = 0; i < here; i++) {
            const uint64_t value = table[codes[word * 64 + i]];
            yes |= (value & 1) << i;
            no |= (value >> 1) << i;
        }
        t[word] = yes;
        f[word] = no;
    }
}

void truth_pairs(uint64_t *restrict t, uint64_t *restrict f, const uint8_t *a, const uint8_t *b, const uint8_t *table,
                 size_t height, size_t width, size_t rows) {
    for (size_t word = 0; word * 64 < rows; word++) {
        const size_t left = rows - word * 64;
        const size_t here = left < 64 ? left : 64;
        uint64_t yes = 0, no = 0;
        for (size_t i = 0; i < here; i++) {
            const size_t x = a[word * 64 + i], y = b[word * 64 + i];
            const uint64_t value = x < height && y < width ? table[x * width + y] : 0;
            yes |= (value & 1) << i;
            no |= (value >> 1) << i;
        }
        t[word] = yes;
        f[word] = no;
    }
}
