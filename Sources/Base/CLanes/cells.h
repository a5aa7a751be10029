// Cells that are copied and judged 64 bytes at a time, for the files that write cells.
#ifndef SIAPPILIH_CELLS_H
#define SIAPPILIH_CELLS_H
#include "width.h"

#if defined(__SSE2__)

#define CELLS_TARGET __attribute__((target("avx512f,avx512bw,popcnt,bmi,bmi2")))

// As `lanes_copy_cells`; 4 more where a comma was met.
CELLS_TARGET static inline __attribute__((always_inline)) uint32_t copy_64(uint8_t *to, const uint8_t *from, int64_t length) {
    uint64_t begins = 1, odd = 0, quotes = 0, commas = 0;
    for (; length > 0; from += 64, to += 64, length -= 64) {
        const __m512i v = _mm512_loadu_si512(from);
        _mm512_storeu_si512(to, v);
        const uint64_t within = _bzhi_u64(~0ull, length > 64 ? 64 : (uint32_t)length);
        const uint64_t parting = _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(','));
        // Where other spreadsheets part cells.
        const uint64_t ends = parting | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8(';'));
        const uint64_t runs =
            _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('=')) | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('+')) |
            _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('-')) | _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('@'));
        odd |= within & ((runs & (begins | ends << 1)) |
                         _mm512_cmpgt_epu8_mask(_mm512_sub_epi8(v, _mm512_set1_epi8(' ')), _mm512_set1_epi8(127 - ' ')));
        quotes |= within & _mm512_cmpeq_epi8_mask(v, _mm512_set1_epi8('"'));
        commas |= within & parting;
        begins = ends >> 63;
    }
    return (odd ? 1 : quotes ? 2 : 0) | (commas ? 4 : 0);
}

#endif
#endif
