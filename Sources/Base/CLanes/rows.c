#include "width.h"

#if defined(__SSE2__)

#define ROWS_TARGET __attribute__((target("avx512f,avx512bw,avx512vbmi2,popcnt,bmi,bmi2")))

// Writes where the bits of `bits` stand, counted from `first`: sixteen places at a time, needed or not.
ROWS_TARGET static inline __attribute__((always_inline)) void place(
    __mmask64 bits, uint32_t count, __m512i numbers, __m512i first, uint32_t *to) {
    const __m512i places = _mm512_maskz_compress_epi8(bits, numbers);
    _mm512_storeu_si512(to, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(places))));
    if (__builtin_expect(count <= 16, 1)) return;
    _mm512_storeu_si512(to + 16, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(places, 1))));
    if (count <= 32) return;
    _mm512_storeu_si512(to + 32, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(places, 2))));
    if (count <= 48) return;
    _mm512_storeu_si512(to + 48, _mm512_add_epi32(first, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(places, 3))));
}

ROWS_TARGET static int take_rows(const uint8_t *bytes, const lanes_row_form *form, lanes_rows *rows) {
    const __m512i a = _mm512_set1_epi8((char)form->delimiter), b = _mm512_set1_epi8((char)form->newline),
                  c = _mm512_set1_epi8((char)form->quote);
    const __m512i numbers = _mm512_set_epi8(
        63, 62, 61, 60, 59, 58, 57, 56, 55, 54, 53, 52, 51, 50, 49, 48, 47, 46, 45, 44, 43, 42, 41, 40, 39, 38, 37, 36,
        35, 34, 33, 32, 31, 30, 29, 28, 27, 26, 25, 24, 23, 22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8, 7,
        6, 5, 4, 3, 2, 1, 0);
    // A quote that quotes nothing is given as the delimiter.
    const int quoting = form->quote != form->delimiter;
    const int64_t width = form->width, longest = form->longest, limit = form->limit, last = rows->end - 64;
    uint32_t *row = rows->row;
    int64_t at = rows->at, start = rows->record_start, cell = rows->cell, count = rows->rows;
    __m512i high = _mm512_setzero_si512();
    int stopped = 0;
    for (; at <= last; at += 64) {
        const __m512i v = _mm512_loadu_si512(bytes + at);
        if (quoting && _mm512_cmpeq_epi8_mask(v, c)) break;
        high = _mm512_or_si512(high, v);
        const uint64_t ends = _mm512_cmpeq_epi8_mask(v, b);
        uint64_t parting = _mm512_cmpeq_epi8_mask(v, a) | ends;
        const __m512i first = _mm512_set1_epi32((int)(at + 1));
        const int64_t total = __builtin_popcountll(parting);
        if (ends & (ends - 1)) {
            // Short rows: several of them end here.
            uint64_t left = ends;
            uint32_t *const row_before = row;
            const int64_t start_before = start, cell_before = cell, count_before = count;
            int regular = 1;
            while (left) {
                const uint64_t here = parting & (left ^ (left - 1));
                const int64_t cells = __builtin_popcountll(here);
                const int64_t next = at + __builtin_ctzll(left) + 1;
                if (cell + cells != width || next - start > longest) {
                    regular = 0;
                    break;
                }
                place(here, (uint32_t)cells, numbers, first, row + cell + 1);
                count++;
                start = next;
                if (next >= limit) {
                    stopped = 1;
                    break;
                }
                row += width + 1;
                row[0] = (uint32_t)next;
                cell = 0;
                parting &= ~here;
                left &= left - 1;
            }
            if (stopped) break;
            const int64_t cells = __builtin_popcountll(parting);
            if (!regular || cells > width) {
                row = row_before, start = start_before, cell = cell_before, count = count_before;
                break;
            }
            place(parting, (uint32_t)cells, numbers, first, row + 1);
            cell = cells;
        } else if (ends) {
            const uint64_t here = parting & (ends ^ (ends - 1));
            const int64_t cells = __builtin_popcountll(here);
            const int64_t next = at + __builtin_ctzll(ends) + 1;
            if (cell + cells != width || next - start > longest || total - cells > width) break;
            place(here, (uint32_t)cells, numbers, first, row + cell + 1);
            count++;
            start = next;
            if (next >= limit) {
                stopped = 1;
                break;
            }
            row += width + 1;
            row[0] = (uint32_t)next;
            cell = total - cells;
            place(parting & ~here, (uint32_t)cell, numbers, first, row + 1);
        } else {
            if (cell + total > width) break;
            place(parting, (uint32_t)total, numbers, first, row + cell + 1);
            cell += total;
        }
    }
    rows->row = row;
    rows->at = at;
    rows->record_start = start;
    rows->cell = cell;
    rows->rows = count;
    rows->high |= _mm512_movepi8_mask(high);
    return stopped;
}

int lanes_take_rows(const void *bytes, const lanes_row_form *form, lanes_rows *rows) {
    return lanes_takes_rows() ? take_rows((const uint8_t *)bytes, form, rows) : 0;
}

#else

int lanes_take_rows(const void *bytes, const lanes_row_form *form, lanes_rows *rows) {
    (void)bytes, (void)form, (void)rows;
    return 0;
}

#endif

int lanes_takes_rows(void) { return lanes_width_in_use[LANES_TAKE_ROWS] == 64; }
