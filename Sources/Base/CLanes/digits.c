#include "width.h"

#if defined(__SSE2__)

#define DIGITS_TARGET __attribute__((target("avx512f,avx512bw,avx512vl,avx512vbmi,bmi,bmi2")))

// The same sixteen bytes for each of four cells.
DIGITS_TARGET static inline __attribute__((always_inline)) __m512i for_each(const void *bytes) {
    return _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)bytes));
}

// Sixteen bytes of each of four cells.
DIGITS_TARGET static inline __attribute__((always_inline)) __m512i load(const uint8_t *text, const uint32_t *at) {
    const __m256i low = _mm256_inserti128_si256(
        _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)(text + at[0]))),
        _mm_loadu_si128((const __m128i *)(text + at[1])), 1);
    const __m256i high = _mm256_inserti128_si256(
        _mm256_castsi128_si256(_mm_loadu_si128((const __m128i *)(text + at[2]))),
        _mm_loadu_si128((const __m128i *)(text + at[3])), 1);
    return _mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1);
}

// Sixteen cells a turn, four in a register: bytes become digits in the form's order, pairs of digits numbers of two,
// neighbours of these numbers of four, then of eight, then one number. A step is taken for all before the next, so that
// none waits long for what comes before it.
DIGITS_TARGET static void read_64(const uint8_t *text, int64_t size, const uint32_t *starts, const uint32_t *ends,
                                  int64_t count, const lanes_digit_form *form, uint64_t *values) {
    const __m512i places = for_each(form->places), marks = for_each(form->marks), marked = for_each(form->marked);
    const __m512i tens = _mm512_set1_epi16(1 << 8 | 10), fours = for_each(form->fours), eights = for_each(form->eights);
    const __m512i whole = _mm512_set1_epi64((long long)form->whole);
    const __m512i low_0 = _mm512_loadu_si512(form->allowed[0]), high_0 = _mm512_loadu_si512(form->allowed[0] + 64);
    const __m512i low_1 = _mm512_loadu_si512(form->allowed[1]), high_1 = _mm512_loadu_si512(form->allowed[1] + 64);
    const __m512i pair_bits = _mm512_broadcast_i32x4(_mm_set_epi16(128, 64, 32, 16, 8, 4, 2, 1));
    const __m512i evens = _mm512_set_epi64(14, 12, 10, 8, 6, 4, 2, 0);
    const uint32_t last = size - 16 < UINT32_MAX ? (uint32_t)(size - 16) : UINT32_MAX;
    for (int64_t i = 0; i < count; i += 16) {
        const __mmask16 asked = (__mmask16)_bzhi_u32(0xFFFF, count - i < 16 ? (uint32_t)(count - i) : 16);
        const __m512i start = _mm512_maskz_loadu_epi32(asked, starts + i), end = _mm512_maskz_loadu_epi32(asked, ends + i);
        // Sixteen bytes are read of each cell, whatever its length.
        const __mmask16 fit = _mm512_cmpeq_epi32_mask(_mm512_sub_epi32(end, start), _mm512_set1_epi32(form->length)) &
                              _mm512_cmple_epu32_mask(start, _mm512_set1_epi32((int)last));
        // Cells that are not to be read have the text's first bytes instead.
        _Alignas(64) uint32_t other[16];
        const uint32_t *at = starts + i;
        if (fit != 0xFFFF) {
            _mm512_store_si512(other, _mm512_maskz_mov_epi32(fit, start));
            at = other;
        }
        __m512i bytes[4], digits[4], bad[4], number[4];
        uint64_t clear_0 = 0, clear_1 = 0;
#define EACH for (int g = 0; g < 4; g++)
        EACH bytes[g] = load(text, at + 4 * g);
        EACH digits[g] = _mm512_shuffle_epi8(_mm512_sub_epi8(bytes[g], _mm512_set1_epi8('0')), places);
        EACH bad[g] = _mm512_or_si512(_mm512_subs_epu8(digits[g], _mm512_set1_epi8(9)),
                                      _mm512_and_si512(_mm512_xor_si512(bytes[g], marks), marked));
        EACH digits[g] = _mm512_maddubs_epi16(digits[g], tens);
        EACH number[g] = _mm512_madd_epi16(digits[g], fours);
        EACH number[g] = _mm512_packus_epi32(number[g], number[g]);
        EACH number[g] = _mm512_madd_epi16(number[g], eights);
        EACH {
            const __m512i allowed_0 = _mm512_permutex2var_epi8(low_0, digits[g], high_0);
            const __m512i allowed_1 = _mm512_permutex2var_epi8(low_1, digits[g], high_1);
            const __m512i bad_0 = _mm512_or_si512(bad[g], _mm512_andnot_si512(allowed_0, pair_bits));
            const __m512i bad_1 = _mm512_or_si512(bad[g], _mm512_andnot_si512(allowed_1, pair_bits));
            clear_0 |= (uint64_t)_mm512_testn_epi64_mask(bad_0, bad_0) << 8 * g;
            clear_1 |= (uint64_t)_mm512_testn_epi64_mask(bad_1, bad_1) << 8 * g;
        }
        EACH number[g] = _mm512_add_epi64(_mm512_mul_epu32(number[g], whole), _mm512_srli_epi64(number[g], 32));
        // Two bits a cell, one for each half of it.
        const uint64_t clear = (clear_0 & clear_0 >> 1) | (clear_1 & clear_1 >> 1);
        const uint32_t good = (uint32_t)_pext_u64(clear, 0x55555555) & fit;
        _mm512_mask_storeu_epi64(values + i, (__mmask8)asked,
                                 _mm512_maskz_permutex2var_epi64((__mmask8)good, number[0], evens, number[1]));
        _mm512_mask_storeu_epi64(values + i + 8, (__mmask8)(asked >> 8),
                                 _mm512_maskz_permutex2var_epi64((__mmask8)(good >> 8), number[2], evens, number[3]));
    }
}

// A cell a turn, by the same steps; whether its pairs are allowed is looked up pair by pair.
__attribute__((target("sse4.1"))) static void read_16(
    const uint8_t *text, int64_t size, const uint32_t *starts, const uint32_t *ends, int64_t count,
    const lanes_digit_form *form, uint64_t *values) {
    const __m128i places = _mm_loadu_si128((const __m128i *)form->places),
                  marks = _mm_loadu_si128((const __m128i *)form->marks),
                  marked = _mm_loadu_si128((const __m128i *)form->marked),
                  fours = _mm_loadu_si128((const __m128i *)form->fours),
                  eights = _mm_loadu_si128((const __m128i *)form->eights);
    // Both tables side by side.
    uint16_t allowed[128];
    for (int number = 0; number < 128; number++)
        allowed[number] = (uint16_t)(form->allowed[0][number] | form->allowed[1][number] << 8);
    for (int64_t i = 0; i < count; i++) {
        values[i] = 0;
        // Sixteen bytes are read of each cell, whatever its length.
        if (ends[i] - starts[i] != (uint32_t)form->length || starts[i] > size - 16) continue;
        const __m128i bytes = _mm_loadu_si128((const __m128i *)(text + starts[i]));
        const __m128i digits = _mm_shuffle_epi8(_mm_sub_epi8(bytes, _mm_set1_epi8('0')), places);
        const __m128i bad = _mm_or_si128(_mm_subs_epu8(digits, _mm_set1_epi8(9)),
                                         _mm_and_si128(_mm_xor_si128(bytes, marks), marked));
        if (!_mm_testz_si128(bad, bad)) continue;
        const __m128i pairs = _mm_maddubs_epi16(digits, _mm_set1_epi16(1 << 8 | 10));
        uint32_t within = allowed[_mm_extract_epi16(pairs, 0)];
        within &= (uint32_t)allowed[_mm_extract_epi16(pairs, 1)] >> 1;
        within &= (uint32_t)allowed[_mm_extract_epi16(pairs, 2)] >> 2;
        within &= (uint32_t)allowed[_mm_extract_epi16(pairs, 3)] >> 3;
        within &= (uint32_t)allowed[_mm_extract_epi16(pairs, 4)] >> 4;
        within &= (uint32_t)allowed[_mm_extract_epi16(pairs, 5)] >> 5;
        within &= (uint32_t)allowed[_mm_extract_epi16(pairs, 6)] >> 6;
        within &= (uint32_t)allowed[_mm_extract_epi16(pairs, 7)] >> 7;
        if (!(within & 0x0101)) continue;
        __m128i number = _mm_madd_epi16(pairs, fours);
        number = _mm_madd_epi16(_mm_packus_epi32(number, number), eights);
        values[i] = (uint64_t)(uint32_t)_mm_extract_epi32(number, 0) * form->whole +
                    (uint32_t)_mm_extract_epi32(number, 1);
    }
}

#endif

static uint64_t read_cell(const uint8_t *cell, const lanes_digit_form *form) {
    int32_t pairs[8], fours[4], eights[2];
    for (int i = 0; i < 16; i++)
        if (form->marked[i] && cell[i] != form->marks[i]) return 0;
    uint32_t within = 0x0101;
    for (int p = 0; p < 8; p++) {
        int32_t digits[2];
        for (int d = 0; d < 2; d++) {
            const uint8_t place = form->places[2 * p + d];
            digits[d] = place > 127 ? 0 : cell[place & 15] - '0';
            if (digits[d] < 0 || digits[d] > 9) return 0;
        }
        pairs[p] = digits[0] * 10 + digits[1];
        within &= (uint32_t)(form->allowed[0][pairs[p]] | form->allowed[1][pairs[p]] << 8) >> p;
    }
    if (!within) return 0;
    for (int i = 0; i < 4; i++) fours[i] = pairs[2 * i] * form->fours[2 * i] + pairs[2 * i + 1] * form->fours[2 * i + 1];
    for (int i = 0; i < 2; i++) eights[i] = fours[2 * i] * form->eights[2 * i] + fours[2 * i + 1] * form->eights[2 * i + 1];
    return (uint64_t)(uint32_t)eights[0] * form->whole + (uint32_t)eights[1];
}

static void read_1(const uint8_t *text, int64_t size, const uint32_t *starts, const uint32_t *ends, int64_t count,
                   const lanes_digit_form *form, uint64_t *values) {
    for (int64_t i = 0; i < count; i++) {
        const int fits = ends[i] - starts[i] == (uint32_t)form->length && starts[i] <= size - 16;
        values[i] = fits ? read_cell(text + starts[i], form) : 0;
    }
}

static inline __attribute__((always_inline)) void read_by(
    int width, const void *text, int64_t size, const uint32_t *starts, const uint32_t *ends, int64_t count,
    const lanes_digit_form *form, uint64_t *values) {
    const uint8_t *bytes = (const uint8_t *)text;
    // Where not even one cell could be read, nothing asks for wide registers.
    switch (size < 16 ? 1 : width) {
#if defined(__SSE2__)
    case 64: read_64(bytes, size, starts, ends, count, form, values); break;
    case 16: read_16(bytes, size, starts, ends, count, form, values); break;
#endif
    default: read_1(bytes, size, starts, ends, count, form, values);
    }
}

int lanes_read_digits_by(int width, const void *text, int64_t size, const uint32_t *starts, const uint32_t *ends,
                         int64_t count, const lanes_digit_form *form, uint64_t *values) {
    if (!lanes_runs(LANES_READ_DIGITS, width)) return 0;
    read_by(width, text, size, starts, ends, count, form, values);
    return 1;
}

void lanes_read_digits(const void *text, int64_t size, const uint32_t *starts, const uint32_t *ends, int64_t count,
                       const lanes_digit_form *form, uint64_t *values) {
    read_by(lanes_width_in_use[LANES_READ_DIGITS], text, size, starts, ends, count, form, values);
}
