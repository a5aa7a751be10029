// Sixteen bytes compared at once: the one instruction Swift has no word for (move-mask), header only.
// Every function has a portable form, chosen by the compiler where neither SSE2 nor NEON is there.
// (Three-valued logic over whole columns is in truth.h.)
#ifndef SIAPPILIH_LANES_H
#define SIAPPILIH_LANES_H
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// The bits, lowest first, of the bytes equal to each of three wanted ones among 64 bytes; and of the bytes above 127.
typedef struct {
    uint64_t first, second, third, high;
} lanes_masks;

/// Compares the 64 bytes at `bytes` with three values in one pass. `bytes` must be readable for 64 bytes.
static inline __attribute__((always_inline)) lanes_masks lanes_compare(const void *bytes, uint8_t first, uint8_t second, uint8_t third) {
    lanes_masks out = {0, 0, 0, 0};
#if defined(__SSE2__)
    const __m128i a = _mm_set1_epi8((char)first), b = _mm_set1_epi8((char)second), c = _mm_set1_epi8((char)third);
    for (int i = 0; i < 4; i++) {
        const __m128i v = _mm_loadu_si128((const __m128i *)bytes + i);
        out.first |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, a)) << (16 * i);
        out.second |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, b)) << (16 * i);
        out.third |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, c)) << (16 * i);
        out.high |= (uint64_t)(uint32_t)_mm_movemask_epi8(v) << (16 * i);
    }
#else
    const uint8_t *p = (const uint8_t *)bytes;
    for (int i = 0; i < 64; i++) {
        out.first |= (uint64_t)(p[i] == first) << i;
        out.second |= (uint64_t)(p[i] == second) << i;
        out.third |= (uint64_t)(p[i] == third) << i;
        out.high |= (uint64_t)(p[i] >> 7) << i;
    }
#endif
    return out;
}

/// Asks the processor to bring a cache line near; no effect on any value.
static inline __attribute__((always_inline)) void lanes_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
