#include "lanes.h"

#if defined(__SSE2__)
#include <immintrin.h>

#define CELLS_TARGET __attribute__((target("avx512f,avx512bw,popcnt,bmi,bmi2")))

// Which of 64 bytes of cells keep these from standing as they are. `carry` says whether a cell begins with the first.
CELLS_TARGET static inline __attribute__((always_inline)) uint64_t unfit(__m512i v, uint64_t *carry) {
    const uint64_t odd =
        _mm512_cmpgt_epu8_mask(_mm512_sub_epi8(v, _mm512_set1_epi8(' ')), _mm512_set1_epi8(127 - ' ')) |
        _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"'));
    const uint64_t runs =
        _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('=')) | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('+')) |
        _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('-')) | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('@'));
    const uint64_t commas = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(','));
    const uint64_t met = odd | (runs & (*carry | commas << 1));
    *carry = commas >> 63;
    return met;
}

CELLS_TARGET static uint32_t copy_64(uint8_t *to, const uint8_t *from, int64_t length) {
    uint64_t carry = 1, met = 0;
    for (; length > 0; from += 64, to += 64, length -= 64) {
        const __m512i v = _mm512_loadu_si512(from);
        _mm512_storeu_si512(to, v);
        met |= _bzhi_u64(unfit(v, &carry), length > 64 ? 64 : (uint32_t)length);
    }
    return met != 0;
}

static uint32_t copy_16(uint8_t *to, const uint8_t *from, int64_t length) {
    const __m128i quote = _mm_set1_epi8('"'), comma = _mm_set1_epi8(','), blank = _mm_set1_epi8(' '),
                  equals = _mm_set1_epi8('='), plus = _mm_set1_epi8('+'), minus = _mm_set1_epi8('-'),
                  at_sign = _mm_set1_epi8('@');
    uint32_t begins = 1, met = 0;
    for (; length > 0; from += 16, to += 16, length -= 16) {
        const __m128i v = _mm_loadu_si128((const __m128i *)from);
        _mm_storeu_si128((__m128i *)to, v);
        const uint32_t within = length >= 16 ? 0xFFFFu : (1u << length) - 1u;
        // Bytes above 127 are negative here.
        const uint32_t odd = (uint32_t)_mm_movemask_epi8(_mm_or_si128(_mm_cmplt_epi8(v, blank), _mm_cmpeq_epi8(v, quote)));
        const uint32_t runs = (uint32_t)_mm_movemask_epi8(
            _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(v, equals), _mm_cmpeq_epi8(v, plus)),
                         _mm_or_si128(_mm_cmpeq_epi8(v, minus), _mm_cmpeq_epi8(v, at_sign))));
        begins |= (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, comma)) << 1;
        met |= (odd | (runs & begins)) & within;
        begins >>= 16;
    }
    return met != 0;
}

static int widest(void) { return __builtin_cpu_supports("avx512bw") ? 64 : 16; }

#else

static int widest(void) { return 1; }

#endif

static uint32_t copy_1(uint8_t *to, const uint8_t *from, int64_t length) {
    uint32_t met = 0;
    uint8_t before = ',';
    for (int64_t i = 0; i < length; i++) {
        const uint8_t b = from[i];
        to[i] = b;
        met |= b < ' ' || b > 127 || b == '"';
        met |= before == ',' && (b == '=' || b == '+' || b == '-' || b == '@');
        before = b;
    }
    return met;
}

uint32_t lanes_copy_cells_by(int width, void *to, const void *from, int64_t length) {
#if defined(__SSE2__)
    if (width >= 64 && widest() >= 64) return copy_64(to, from, length);
    if (width >= 16) return copy_16(to, from, length);
#endif
    return copy_1(to, from, length);
}

uint32_t lanes_copy_cells(void *to, const void *from, int64_t length) {
    return lanes_copy_cells_by(widest(), to, from, length);
}
