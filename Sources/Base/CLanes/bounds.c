#include "width.h"

#if defined(__SSE2__)

#define BOUNDS_TARGET __attribute__((target("avx512f,avx512vl,bmi")))

// Where the cell of a column begins in eight rows, and where the next one does.
typedef struct {
    __m256i starts, next;
} eight;

BOUNDS_TARGET static inline __attribute__((always_inline)) eight gather(const uint32_t *at, __m256i rows) {
    // Both numbers of a row by one load.
    const __m512i both = _mm512_i32gather_epi64(rows, at, 4);
    return (eight){_mm512_cvtepi64_epi32(both), _mm512_cvtepi64_epi32(_mm512_srli_epi64(both, 32))};
}

BOUNDS_TARGET static inline __attribute__((always_inline)) __m256i eight_rows(int64_t stride) {
    return _mm256_mullo_epi32(_mm256_set_epi32(7, 6, 5, 4, 3, 2, 1, 0), _mm256_set1_epi32((int)stride));
}

BOUNDS_TARGET static int64_t gather_cells_8(
    const uint32_t *at, int64_t stride, int64_t rows, uint32_t *starts, uint32_t *ends) {
    const __m256i numbers = eight_rows(stride);
    int64_t row = 0;
    for (; row + 8 <= rows; row += 8) {
        const eight found = gather(at + row * stride, numbers);
        _mm256_storeu_si256((__m256i *)(starts + row), found.starts);
        _mm256_storeu_si256((__m256i *)(ends + row),
                            _mm256_max_epu32(found.starts, _mm256_sub_epi32(found.next, _mm256_set1_epi32(1))));
    }
    return row;
}

BOUNDS_TARGET static int64_t next_not_of_length_8(
    const uint32_t *at, int64_t stride, int64_t row, int64_t rows, uint32_t length) {
    const __m256i numbers = eight_rows(stride), gap = _mm256_set1_epi32((int)(length + 1));
    for (; row + 8 <= rows; row += 8) {
        const eight found = gather(at + row * stride, numbers);
        const uint32_t others = _mm256_cmpneq_epi32_mask(_mm256_sub_epi32(found.next, found.starts), gap);
        if (others) return row + __builtin_ctz(others);
    }
    return row;
}

// Numbers of a gather are of 32 bits with sign.
static inline __attribute__((always_inline)) int gathers(int width, int64_t stride) {
    return width == 64 && stride < 1 << 24;
}

#endif

static inline __attribute__((always_inline)) void gather_cells(
    int width, const uint32_t *at, int64_t stride, int64_t rows, uint32_t *starts, uint32_t *ends) {
    int64_t row = 0;
#if defined(__SSE2__)
    if (gathers(width, stride)) row = gather_cells_8(at, stride, rows, starts, ends);
#else
    (void)width;
#endif
    for (; row < rows; row++) {
        const uint32_t start = at[row * stride], end = at[row * stride + 1] - 1;
        starts[row] = start;
        ends[row] = end > start ? end : start;
    }
}

static inline __attribute__((always_inline)) int64_t next_not_of_length(
    int width, const uint32_t *at, int64_t stride, int64_t row, int64_t rows, uint32_t length) {
#if defined(__SSE2__)
    if (gathers(width, stride)) row = next_not_of_length_8(at, stride, row, rows, length);
#else
    (void)width;
#endif
    while (row < rows && at[row * stride + 1] - at[row * stride] == length + 1) row++;
    return row;
}

int lanes_gather_cells_by(int width, const uint32_t *bounds, int64_t stride, int64_t rows, int64_t column,
                          uint32_t *starts, uint32_t *ends) {
    if (!lanes_runs(LANES_GATHER_CELLS, width)) return 0;
    gather_cells(width, bounds + column, stride, rows, starts, ends);
    return 1;
}

void lanes_gather_cells(const uint32_t *bounds, int64_t stride, int64_t rows, int64_t column, uint32_t *starts,
                        uint32_t *ends) {
    gather_cells(lanes_width_in_use[LANES_GATHER_CELLS], bounds + column, stride, rows, starts, ends);
}

int lanes_next_not_of_length_by(int width, const uint32_t *bounds, int64_t stride, int64_t row, int64_t rows,
                                int64_t column, uint32_t length, int64_t *found) {
    if (!lanes_runs(LANES_GATHER_CELLS, width)) return 0;
    *found = next_not_of_length(width, bounds + column, stride, row, rows, length);
    return 1;
}

int64_t lanes_next_not_of_length(const uint32_t *bounds, int64_t stride, int64_t row, int64_t rows, int64_t column,
                                 uint32_t length) {
    return next_not_of_length(lanes_width_in_use[LANES_GATHER_CELLS], bounds + column, stride, row, rows, length);
}
