// Many bytes compared at once: the instructions that Swift has no word for (move-mask, compress).
// A kernel has forms for registers of several widths, of which the widest that the processor has is used, and a portable
// form, of width 1, or says that it has none.
#ifndef SIAPPILIH_LANES_H
#define SIAPPILIH_LANES_H
#include <stdint.h>
#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// The kernels that have forms for registers of more than one width.
enum {
    LANES_COMPARE,
    LANES_TAKE_ROWS,
    LANES_GATHER_CELLS,
    LANES_COPY_CELLS,
    LANES_WRITE_LINES,
    LANES_READ_DIGITS,
    LANES_FIND_KEYS,
    LANES_TAKE_SHEET_ROWS,
    LANES_WRITE_SHEET_CELLS,
    LANES_KERNEL_COUNT,
};

/// Whether a kernel has a form for registers of `width` bytes (16, 32, 64; 1 = the portable form), here or elsewhere.
int lanes_has_form(int kernel, int width);

/// Whether a kernel has a form for registers of `width` bytes and this processor can run it. The widest such form is used;
/// where the environment's SIAPPILIH_LANES is a width as the program starts, none that is wider. What comes out is the
/// same by every width. Functions `..._by` use the form that is asked for, and do nothing but return 0 where it does not
/// run.
int lanes_runs(int kernel, int width);

/// What 64 bytes hold: the bits, lowest first, of the bytes that equal the first or the second of three wanted ones, and
/// of those that equal the second; whether the third and bytes above 127 are among them (0 = no); how many bits
/// `parting` has, and how many up to and with the lowest one of `second` (all where there is none).
typedef struct {
    uint64_t parting, second;
    uint32_t third, high;
    uint32_t count, count_to_second;
} lanes_masks;

/// Compares `blocks` times 64 bytes with three values, in the widest registers that the processor has. `bytes` must be
/// readable for all of them.
void lanes_compare(const void *bytes, int64_t blocks, uint8_t first, uint8_t second, uint8_t third, lanes_masks *out);

/// The same by the form of `width`.
int lanes_compare_by(int width, const void *bytes, int64_t blocks, uint8_t first, uint8_t second, uint8_t third,
                     lanes_masks *out);

/// A stretch of delimited rows, as far as it was taken: 64 bytes at a time from `at` on, none of them from `end` on.
///
/// `row` is where the bounds of the row at hand go, which begins at `record_start` and of which `cell` cells ended so
/// far; `rows` rows are whole. `high` is not 0 once a byte above 127 was met.
typedef struct {
    uint32_t *row;
    int64_t at, end, record_start, cell, rows;
    uint64_t high;
} lanes_rows;

/// How rows are written and which of them are taken: those of `width` cells and at most `longest` bytes, up to the first
/// that begins at or behind `limit`.
typedef struct {
    uint8_t delimiter, newline, quote;
    int64_t width, longest, limit;
} lanes_row_form;

/// Whether the processor can take rows by `lanes_take_rows`.
int lanes_takes_rows(void);

/// Takes rows as long as they are regular and hold no quote: for each row one past every delimiter and line end, `width
/// + 1` numbers from the row's beginning on. Stops before the first 64 bytes that need another look, with 0, or where
/// the next row begins at or behind the limit, with 1. Up to sixteen numbers behind a row are overwritten.
int lanes_take_rows(const void *bytes, const lanes_row_form *form, lanes_rows *rows);

/// Where the cells of a column stand in rows of `stride` bounds each, as `lanes_take_rows` writes them: cell r is
/// `[starts[r] ..< ends[r]]`.
void lanes_gather_cells(const uint32_t *bounds, int64_t stride, int64_t rows, int64_t column, uint32_t *starts,
                        uint32_t *ends);

/// The same by the form of `width`.
int lanes_gather_cells_by(int width, const uint32_t *bounds, int64_t stride, int64_t rows, int64_t column,
                          uint32_t *starts, uint32_t *ends);

/// The first row from `row` on whose cell of a column is not `length` bytes long; `rows` where there is none.
int64_t lanes_next_not_of_length(const uint32_t *bounds, int64_t stride, int64_t row, int64_t rows, int64_t column,
                                 uint32_t length);

/// The same by the form of `width`, which is one of `LANES_GATHER_CELLS`.
int lanes_next_not_of_length_by(int width, const uint32_t *bounds, int64_t stride, int64_t row, int64_t rows,
                                int64_t column, uint32_t length, int64_t *found);

/// The bits, lowest first, of the bytes among 64 that equal one of three wanted ones, by the portable form. `bytes` must be
/// readable for 64 bytes.
static inline uint64_t lanes_among_1(const void *bytes, uint8_t first, uint8_t second, uint8_t third) {
    const uint8_t *p = (const uint8_t *)bytes;
    uint64_t out = 0;
    for (int i = 0; i < 64; i++) out |= (uint64_t)(p[i] == first || p[i] == second || p[i] == third) << i;
    return out;
}

/// The bits, lowest first, of the words among 64 that have all bits of `mask`, by the portable form.
static inline uint64_t lanes_having_1(const uint16_t *words, uint16_t mask) {
    uint64_t out = 0;
    for (int i = 0; i < 64; i++) out |= (uint64_t)((words[i] & mask) == mask) << i;
    return out;
}

/// Copies `length` bytes and says what it met, as `lanes_copy_cell`, by the portable form.
static inline uint32_t lanes_copy_cell_1(void *to, const void *from, int64_t length) {
    const uint8_t *p = (const uint8_t *)from;
    uint32_t met = 0;
    for (int64_t i = 0; i < length; i++) {
        ((uint8_t *)to)[i] = p[i];
        met |= p[i] == '"' ? 1u : 0u;
        met |= (p[i] == ',' || p[i] == '\n' || p[i] == '\r') ? 2u : 0u;
        met |= (uint32_t)(p[i] >> 7) << 2;
        met |= (p[i] == ';' || p[i] == '\t') ? 8u : 0u;
    }
    return met;
}

/// As `lanes_among_1`, by the widest form.
static inline __attribute__((always_inline)) uint64_t lanes_among(const void *bytes, uint8_t first, uint8_t second, uint8_t third) {
#if defined(__SSE2__)
    uint64_t out = 0;
    const __m128i a = _mm_set1_epi8((char)first), b = _mm_set1_epi8((char)second), c = _mm_set1_epi8((char)third);
    for (int i = 0; i < 4; i++) {
        const __m128i v = _mm_loadu_si128((const __m128i *)bytes + i);
        const __m128i any = _mm_or_si128(_mm_cmpeq_epi8(v, a), _mm_or_si128(_mm_cmpeq_epi8(v, b), _mm_cmpeq_epi8(v, c)));
        out |= (uint64_t)(uint32_t)_mm_movemask_epi8(any) << (16 * i);
    }
    return out;
#else
    return lanes_among_1(bytes, first, second, third);
#endif
}

/// As `lanes_having_1`, by the widest form.
static inline __attribute__((always_inline)) uint64_t lanes_having(const uint16_t *words, uint16_t mask) {
#if defined(__SSE2__)
    uint64_t out = 0;
    const __m128i bits = _mm_set1_epi16((short)mask);
    for (int i = 0; i < 4; i++) {
        const __m128i low = _mm_and_si128(_mm_loadu_si128((const __m128i *)words + 2 * i), bits);
        const __m128i high = _mm_and_si128(_mm_loadu_si128((const __m128i *)words + 2 * i + 1), bits);
        const __m128i any = _mm_packs_epi16(_mm_cmpeq_epi16(low, bits), _mm_cmpeq_epi16(high, bits));
        out |= (uint64_t)(uint32_t)_mm_movemask_epi8(any) << (16 * i);
    }
    return out;
#else
    return lanes_having_1(words, mask);
#endif
}

/// Copies `length` bytes sixteen at a time; up to fifteen more are read and written behind them. Says what it met:
/// 1 = a quote, 2 = a comma, line feed or carriage return, 4 = a byte above 127, 8 = a semicolon or a tabulator.
static inline __attribute__((always_inline)) uint32_t lanes_copy_cell(void *to, const void *from, int64_t length) {
#if defined(__SSE2__)
    uint32_t met = 0;
    const __m128i quote = _mm_set1_epi8('"'), comma = _mm_set1_epi8(','), feed = _mm_set1_epi8('\n'),
                  back = _mm_set1_epi8('\r'), semicolon = _mm_set1_epi8(';'), tabulator = _mm_set1_epi8('\t');
    for (int64_t at = 0; at < length; at += 16) {
        const __m128i v = _mm_loadu_si128((const __m128i *)((const char *)from + at));
        _mm_storeu_si128((__m128i *)((char *)to + at), v);
        const __m128i parting =
            _mm_or_si128(_mm_cmpeq_epi8(v, comma), _mm_or_si128(_mm_cmpeq_epi8(v, feed), _mm_cmpeq_epi8(v, back)));
        const uint32_t within = length - at >= 16 ? 0xFFFFu : (1u << (length - at)) - 1u;
        met |= ((uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, quote)) & within) ? 1u : 0u;
        met |= ((uint32_t)_mm_movemask_epi8(parting) & within) ? 2u : 0u;
        met |= ((uint32_t)_mm_movemask_epi8(v) & within) ? 4u : 0u;
        const __m128i others = _mm_or_si128(_mm_cmpeq_epi8(v, semicolon), _mm_cmpeq_epi8(v, tabulator));
        met |= ((uint32_t)_mm_movemask_epi8(others) & within) ? 8u : 0u;
    }
    return met;
#else
    return lanes_copy_cell_1(to, from, length);
#endif
}

/// Copies `length` bytes of cells parted by commas; up to 63 more are read and written behind them. Says whether they
/// can stand as they are: 0 = yes; 1 = a control character, a byte above 127 or = + - @ at the beginning of a cell or behind a semicolon was met;
/// 2 = nothing but quotes was, which `lanes_quotes_stand` judges.
uint32_t lanes_copy_cells(void *to, const void *from, int64_t length);

/// The same by the form of `width`; `met` is what it says.
int lanes_copy_cells_by(int width, void *to, const void *from, int64_t length, uint32_t *met);

/// Whether cells `cell ... last` of a row, which can stand as they are but for quotes, can stand with them: they are those
/// of one quoted cell that needs them, holds no other and does not begin with = + - @. Cell c is `text[row[c] ..<
/// row[c + 1] - 1]`; they are not empty.
int lanes_quotes_stand(const void *text, const uint32_t *row, int64_t cell, int64_t last);

/// A part of a line of cells, and where what it asks for stands.
typedef struct {
    /// One of `LANES_LINE_...`.
    int32_t kind;
    /// Among the values of a line; of no meaning for cells alone.
    int32_t value;
    /// The first and the last of neighbouring cells of the row; first below 0 = an empty cell.
    int32_t cell, last;
} lanes_line_part;

enum {
    /// A text by its number.
    LANES_LINE_TEXT,
    /// A number that is not negative, and a comma.
    LANES_LINE_NUMBER,
    /// A cell and a comma.
    LANES_LINE_CELL,
    /// Neighbouring cells and a comma, of rows that are parted by commas.
    LANES_LINE_CELLS,
    /// A date and a comma; where it is below 0, the cell and a comma.
    LANES_LINE_DATE_OR_CELL,
    /// A date; nothing where it is below 0.
    LANES_LINE_DATE,
};

/// What lines are made of: parts and texts, as the caller keeps them. Line n has the values from `values + n *
/// value_count` on; text t is `texts[text_ends[t] ..< text_ends[t + 1]]`. `quoting` says whether `"` quotes cells.
typedef struct {
    const lanes_line_part *parts;
    int64_t part_count, value_count;
    const intptr_t *values;
    const uint8_t *texts;
    const intptr_t *text_ends;
    int64_t text_count;
    int quoting;
} lanes_line_form;

/// Writes a line for each of `count` rows, as far as their cells can stand as they are: stops at the first that needs
/// another look, and at once where the processor has no wide registers. Returns how many it wrote, in `written` bytes.
///
/// Row r has `width` cells, in `text` from the numbers at `bounds + r * stride` on: cell c is `[c] ..< [c + 1] - 1`. Up to
/// 63 bytes behind cells and texts are read, and as many behind a line written.
int64_t lanes_write_lines(const lanes_line_form *form, const int32_t *rows, int64_t count, const uint32_t *bounds,
                          int64_t stride, int64_t width, const void *text, void *to, int64_t *written);

/// A form of cells, of `length` bytes, at most sixteen: where their digits stand, and what number they make.
///
/// Digit d is byte `places[d]` of the cell, or a 0 that is not written where that is above 127; where `marked` is 255 the
/// cell has the byte in `marks`. Two digits are a pair: bit p of `allowed[0][n]` says that pair p may be the number n. All
/// pairs must be allowed by the first table, or all by the second. They are multiplied by `fours` and each two added,
/// what comes of it, at most 32,767, by `eights` and each two added; of the two numbers left, the first is multiplied by
/// `whole` and the second added.
typedef struct {
    int32_t length;
    uint8_t places[16], marks[16], marked[16];
    uint8_t allowed[2][128];
    int16_t fours[8], eights[8];
    uint32_t whole;
} lanes_digit_form;

/// Reads cells of a form, `text[starts[i] ..< ends[i]]` of `size` bytes each: the number a cell makes; 0 where it is not
/// of the form, or stands at the very end of the text.
void lanes_read_digits(const void *text, int64_t size, const uint32_t *starts, const uint32_t *ends, int64_t count,
                       const lanes_digit_form *form, uint64_t *values);

/// The same by the form of `width`.
int lanes_read_digits_by(int width, const void *text, int64_t size, const uint32_t *starts, const uint32_t *ends,
                         int64_t count, const lanes_digit_form *form, uint64_t *values);

/// Keys of a table are 1 ..< this; the bits above are others' in the word of a key.
#define LANES_KEY_LIMIT (1ull << 54)
/// Entries of a cache line.
#define LANES_KEY_LINE 4u
/// Keys that are looked for before those whose line was full are looked for in the next ones; a caller who takes what
/// their lines hold does best to ask for no more at a time.
#define LANES_KEY_STRETCH 512

/// Where a key is looked for in a table of `lines` cache lines: the first entry of a line. Lines are below 2^30.
static inline __attribute__((always_inline)) uint32_t lanes_key_home(uint64_t key, uint64_t lines) {
    const uint64_t hash = (key ^ (key >> 29)) * 0x9E3779B97F4A7C15ull;
    return (uint32_t)((hash >> 32) * lines >> 32) * LANES_KEY_LINE;
}

/// Looks for keys in a table of `lines` cache lines with four entries of two words each, key first, 0 = empty; at least
/// one is empty. A key stands in its own line or, where that is full, in the next that is not.
///
/// `slots` becomes the number of the entry of each key, with `found` 1; or of an empty one where it could be put, with 0.
/// Keys out of range are never found.
void lanes_find_keys(const void *entries, uint64_t lines, const uint64_t *keys, int64_t count, uint32_t *slots,
                     uint8_t *found);

/// The same by the form of `width`.
int lanes_find_keys_by(int width, const void *entries, uint64_t lines, const uint64_t *keys, int64_t count,
                       uint32_t *slots, uint8_t *found);

/// Asks the processor to bring a cache line near; no effect on any value.
static inline __attribute__((always_inline)) void lanes_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
