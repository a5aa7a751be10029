#include "width.h"

// Bits are counted where the masks are made: the instruction for it came later than SSE2, as the wide registers did.
static inline __attribute__((always_inline)) void count(lanes_masks *masks) {
    masks->count = (uint32_t)__builtin_popcountll(masks->parting);
    masks->count_to_second = (uint32_t)__builtin_popcountll(masks->parting & (masks->second ^ (masks->second - 1)));
}

#if defined(__SSE2__)

__attribute__((target("avx512f,avx512bw,popcnt,bmi,bmi2"))) static void compare_64(
    const uint8_t *bytes, int64_t blocks, uint8_t first, uint8_t second, uint8_t third, lanes_masks *out) {
    const __m512i a = _mm512_set1_epi8((char)first), b = _mm512_set1_epi8((char)second),
                  c = _mm512_set1_epi8((char)third);
    for (int64_t i = 0; i < blocks; i++, out++) {
        const __m512i v = _mm512_loadu_si512(bytes + 64 * i);
        out->second = _mm512_cmpeq_epi8_mask(v, b);
        out->parting = _mm512_cmpeq_epi8_mask(v, a) | out->second;
        out->third = _mm512_cmpeq_epi8_mask(v, c) != 0;
        out->high = _mm512_movepi8_mask(v) != 0;
        count(out);
    }
}

__attribute__((target("avx2,popcnt,bmi"))) static void compare_32(
    const uint8_t *bytes, int64_t blocks, uint8_t first, uint8_t second, uint8_t third, lanes_masks *out) {
    const __m256i a = _mm256_set1_epi8((char)first), b = _mm256_set1_epi8((char)second),
                  c = _mm256_set1_epi8((char)third);
    for (int64_t i = 0; i < blocks; i++, out++) {
        __m256i met = _mm256_setzero_si256(), high = _mm256_setzero_si256();
        out->parting = out->second = 0;
        for (int part = 0; part < 64; part += 32) {
            const __m256i v = _mm256_loadu_si256((const __m256i *)(bytes + 64 * i + part));
            const __m256i seconds = _mm256_cmpeq_epi8(v, b);
            const __m256i either = _mm256_or_si256(_mm256_cmpeq_epi8(v, a), seconds);
            out->second |= (uint64_t)(uint32_t)_mm256_movemask_epi8(seconds) << part;
            out->parting |= (uint64_t)(uint32_t)_mm256_movemask_epi8(either) << part;
            met = _mm256_or_si256(met, _mm256_cmpeq_epi8(v, c));
            high = _mm256_or_si256(high, v);
        }
        out->third = (uint32_t)_mm256_movemask_epi8(met);
        out->high = (uint32_t)_mm256_movemask_epi8(high);
        count(out);
    }
}

static void compare_16(
    const uint8_t *bytes, int64_t blocks, uint8_t first, uint8_t second, uint8_t third, lanes_masks *out) {
    const __m128i a = _mm_set1_epi8((char)first), b = _mm_set1_epi8((char)second), c = _mm_set1_epi8((char)third);
    for (int64_t i = 0; i < blocks; i++, out++) {
        __m128i met = _mm_setzero_si128(), high = _mm_setzero_si128();
        out->parting = out->second = 0;
        for (int part = 0; part < 64; part += 16) {
            const __m128i v = _mm_loadu_si128((const __m128i *)(bytes + 64 * i + part));
            const __m128i seconds = _mm_cmpeq_epi8(v, b);
            const __m128i either = _mm_or_si128(_mm_cmpeq_epi8(v, a), seconds);
            out->second |= (uint64_t)(uint32_t)_mm_movemask_epi8(seconds) << part;
            out->parting |= (uint64_t)(uint32_t)_mm_movemask_epi8(either) << part;
            met = _mm_or_si128(met, _mm_cmpeq_epi8(v, c));
            high = _mm_or_si128(high, v);
        }
        out->third = (uint32_t)_mm_movemask_epi8(met);
        out->high = (uint32_t)_mm_movemask_epi8(high);
        count(out);
    }
}

#endif

static void compare_1(
    const uint8_t *bytes, int64_t blocks, uint8_t first, uint8_t second, uint8_t third, lanes_masks *out) {
    for (int64_t block = 0; block < blocks; block++, bytes += 64, out++) {
        lanes_masks found = {0, 0, 0, 0, 0, 0};
        for (int i = 0; i < 64; i++) {
            found.parting |= (uint64_t)(bytes[i] == first || bytes[i] == second) << i;
            found.second |= (uint64_t)(bytes[i] == second) << i;
            found.third |= bytes[i] == third;
            found.high |= bytes[i] >> 7;
        }
        count(&found);
        *out = found;
    }
}

static inline __attribute__((always_inline)) void compare(
    int width, const uint8_t *bytes, int64_t blocks, uint8_t first, uint8_t second, uint8_t third, lanes_masks *out) {
    switch (width) {
#if defined(__SSE2__)
    case 64: compare_64(bytes, blocks, first, second, third, out); break;
    case 32: compare_32(bytes, blocks, first, second, third, out); break;
    case 16: compare_16(bytes, blocks, first, second, third, out); break;
#endif
    default: compare_1(bytes, blocks, first, second, third, out);
    }
}

int lanes_compare_by(int width, const void *bytes, int64_t blocks, uint8_t first, uint8_t second, uint8_t third,
                     lanes_masks *out) {
    if (!lanes_runs(LANES_COMPARE, width)) return 0;
    compare(width, (const uint8_t *)bytes, blocks, first, second, third, out);
    return 1;
}

void lanes_compare(const void *bytes, int64_t blocks, uint8_t first, uint8_t second, uint8_t third, lanes_masks *out) {
    compare(lanes_width_in_use[LANES_COMPARE], (const uint8_t *)bytes, blocks, first, second, third, out);
}
