#include "width.h"

// Keys that are asked for ahead of their turn, so that the misses of the cache overlap.
#define AHEAD 32

// The entries of a line that hold `key`, from bit 0 on, and the empty ones, from bit 8 on: two bits each.
static inline __attribute__((always_inline)) uint32_t masks_1(const uint64_t *line, uint64_t key) {
    uint32_t out = 0;
    for (int place = 0; place < 8; place += 2) {
        const uint64_t word = __atomic_load_n(line + place, __ATOMIC_RELAXED);
        out |= (uint32_t)((word & (LANES_KEY_LIMIT - 1)) == key) << place;
        out |= (uint32_t)(word == 0) << (place + 8);
    }
    return out;
}

#if defined(__SSE2__) && !defined(LANES_BY_WORD)

#define KEYS_TARGET __attribute__((target("avx512f,avx512dq,avx512bw,avx512vl,bmi,bmi2")))

// A line is read at once. Other threads may write to it: each of its words is read whole, as it was at some moment.
KEYS_TARGET static inline uint32_t masks_64(const uint64_t *line, uint64_t key) {
    const __m512i v = _mm512_load_si512(line);
    const __m512i keys = _mm512_and_si512(v, _mm512_set1_epi64((long long)(LANES_KEY_LIMIT - 1)));
    const uint32_t equal = _mm512_mask_cmpeq_epi64_mask(0x55, keys, _mm512_set1_epi64((long long)key));
    const uint32_t empty = _mm512_mask_testn_epi64_mask(0x55, v, v);
    return equal | empty << 8;
}
#else
#define KEYS_TARGET
#define masks_64 masks_1
#endif

// One entry further than a line has where neither an equal nor an empty one is in it.
static inline __attribute__((always_inline)) uint32_t place(uint32_t masks) {
    const uint32_t equal = masks & 255, met = equal ? equal : masks >> 8;
    return (uint32_t)__builtin_ctz(met | 256) >> 1;
}

static inline __attribute__((always_inline)) void find(
    int wide, const uint64_t *entries, uint64_t lines, const uint64_t *keys, int64_t count, uint32_t *slots, uint8_t *found) {
    const uint64_t capacity = lines * LANES_KEY_LINE;
    for (int64_t i = 0; i < count; i++) slots[i] = lanes_key_home(keys[i], lines);
    for (int64_t i = 0; i < count && i < AHEAD; i++) lanes_prefetch(entries + 2 * (uint64_t)slots[i]);
    for (int64_t start = 0; start < count; start += LANES_KEY_STRETCH) {
        const int64_t end = count - start < LANES_KEY_STRETCH ? count : start + LANES_KEY_STRETCH;
        int64_t further[LANES_KEY_STRETCH], left = 0;
        for (int64_t i = start; i < end; i++) {
            const int64_t ahead = count - i > AHEAD ? i + AHEAD : count - 1;
            lanes_prefetch(entries + 2 * (uint64_t)slots[ahead]);
            const uint64_t key = keys[i];
            const uint64_t *line = entries + 2 * (uint64_t)slots[i];
            const uint32_t masks = wide ? masks_64(line, key) : masks_1(line, key);
            found[i] = (masks & 255) != 0 && key - 1 < LANES_KEY_LIMIT - 1;
            slots[i] += place(masks);
            // Another line only where this one was full.
            lanes_prefetch(entries + 2 * (uint64_t)slots[i]);
            further[left] = i;
            left += masks == 0;
        }
        for (int64_t at = 0; at < left; at++) {
            const int64_t i = further[at];
            uint64_t slot = slots[i] == capacity ? 0 : slots[i];
            uint32_t masks;
            // Ends: a table is never full.
            while ((masks = wide ? masks_64(entries + 2 * slot, keys[i]) : masks_1(entries + 2 * slot, keys[i])) == 0) {
                slot += LANES_KEY_LINE;
                if (slot == capacity) slot = 0;
            }
            found[i] = (masks & 255) != 0 && keys[i] - 1 < LANES_KEY_LIMIT - 1;
            slots[i] = (uint32_t)slot + place(masks);
        }
    }
}

KEYS_TARGET static void find_64(
    const uint64_t *entries, uint64_t lines, const uint64_t *keys, int64_t count, uint32_t *slots, uint8_t *found) {
    find(1, entries, lines, keys, count, slots, found);
}

static void find_1(
    const uint64_t *entries, uint64_t lines, const uint64_t *keys, int64_t count, uint32_t *slots, uint8_t *found) {
    find(0, entries, lines, keys, count, slots, found);
}

static inline __attribute__((always_inline)) void find_by(
    int width, const void *entries, uint64_t lines, const uint64_t *keys, int64_t count, uint32_t *slots, uint8_t *found) {
    if (width == 64)
        find_64((const uint64_t *)entries, lines, keys, count, slots, found);
    else
        find_1((const uint64_t *)entries, lines, keys, count, slots, found);
}

int lanes_find_keys_by(int width, const void *entries, uint64_t lines, const uint64_t *keys, int64_t count,
                       uint32_t *slots, uint8_t *found) {
    if (!lanes_runs(LANES_FIND_KEYS, width)) return 0;
    find_by(width, entries, lines, keys, count, slots, found);
    return 1;
}

void lanes_find_keys(const void *entries, uint64_t lines, const uint64_t *keys, int64_t count, uint32_t *slots,
                     uint8_t *found) {
    find_by(lanes_width_in_use[LANES_FIND_KEYS], entries, lines, keys, count, slots, found);
}
