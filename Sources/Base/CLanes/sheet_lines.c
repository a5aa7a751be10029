#include "sheet_text.h"

/// Whether sixteen bytes are digits.
static inline int is_key(const uint8_t *p) {
    uint64_t low, high;
    memcpy(&low, p, 8);
    memcpy(&high, p + 8, 8);
    // A digit has the high half 3, and keeps it when 6 is added.
    const uint64_t halves = 0xF0F0F0F0F0F0F0F0ull, three = 0x3030303030303030ull, six = 0x0606060606060606ull;
    return ((low & halves) == three) & ((high & halves) == three) & (((low + six) & halves) == three) &
           (((high + six) & halves) == three);
}

static inline int is_digits(const uint8_t *p, uint32_t length) {
    for (uint32_t i = 0; i < length; i++) {
        if (!is_digit(p[i])) return 0;
    }
    return 1;
}

/// There is room for fifteen bytes more behind both.
static INLINE void copy(int width, uint8_t *to, const uint8_t *from, uint32_t length) {
#if defined(__SSE2__)
    if (width == 16) {
        for (uint32_t b = 0; b < length; b += 16)
            _mm_storeu_si128((__m128i *)(to + b), _mm_loadu_si128((const __m128i *)(from + b)));
        return;
    }
#endif
    (void)width;
    memcpy(to, from, length);
}

static INLINE int write(int width, const uint8_t *bytes, const lanes_cell *cells, int64_t *next, int64_t count,
                        lanes_sheet_writing *w, const lanes_sheet_tables *tables, uint8_t *to, int64_t *length,
                        int64_t room) {
    int64_t at = *length;
    int64_t i = *next;
    int why = LANES_WRITTEN;
    for (; i < count; i++) {
        const lanes_cell cell = cells[i];
        if (cell.kind == LANES_CELL_ROW) {
            // As many commas as the row lacks, and a line feed.
            if (w->is_open) {
                const int64_t commas = w->width - 1 - w->written;
                if (room - at < commas + 1) {
                    why = LANES_NO_ROOM;
                    break;
                }
                if (commas > 0) {
                    memset(to + at, ',', (size_t)commas);
                    at += commas;
                }
                to[at++] = '\n';
                w->ended = w->row;
                w->is_open = 0;
            }
            if (w->is_hidden && w->holds_any) w->hidden_rows++;
            w->row = cell.start;
            w->is_hidden = (cell.met & LANES_MET_HIDDEN) != 0;
            w->holds_any = 0;
            continue;
        }
        if (cell.length == 0) {
            w->formulas_without_result++;
            continue;
        }
        const uint8_t *from = bytes + cell.start;
        uint32_t bytes_of = cell.length;
        uint8_t met = cell.met;
        lanes_key_figures *const figures = &tables->figures[cell.column < w->width ? cell.column : 0];
        if (cell.kind == LANES_CELL_NUMBER) {
            if (cell.column < w->width && tables->date_columns[cell.column]) {
                why = LANES_NEEDS_CARE;
                break;
            }
            const int is_day =
                cell.style < tables->day_style_count && tables->day_styles[cell.style];
            if (is_day || (bytes_of >= 15 && bytes_of != 16) || !is_digits(from, bytes_of)) {
                why = LANES_NEEDS_CARE;
                break;
            }
        } else if (cell.kind == LANES_CELL_SHARED) {
            if (cell.start >= tables->text_count) {
                why = LANES_NEEDS_CARE;
                break;
            }
            const lanes_text text = tables->texts[cell.start];
            bytes_of = text.extent & ((1u << LANES_TEXT_BITS) - 1);
            if (bytes_of == 0) continue;
            from = tables->chunks[text.place / LANES_CHUNK] + text.place % LANES_CHUNK;
            met = (uint8_t)(text.extent >> LANES_TEXT_BITS);
        } else if (cell.kind == LANES_CELL_BOOLEAN || met & LANES_MET_ENTITY ||
                   (cell.kind == LANES_CELL_TEXT && met & LANES_MET_UNDERSCORE)) {
            why = LANES_NEEDS_CARE;
            break;
        }
        // The line feeds of rows that are not there, commas up to the cell, and the cell with every quote doubled.
        const int64_t gaps = w->is_open ? 0 : w->row - 1 - w->ended;
        if (room - at < gaps + cell.column + 2 * (int64_t)bytes_of + 32) {
            why = LANES_NO_ROOM;
            break;
        }
        if (bytes_of == 16 && is_key(from)) {
            w->key_cells++;
            if (cell.column < w->width) {
                const int is_rounded = from[15] == '0';
                if (cell.kind == LANES_CELL_NUMBER) {
                    figures->numbers++;
                    figures->rounded_numbers += is_rounded;
                } else {
                    figures->texts++;
                    figures->rounded_texts += is_rounded;
                }
            }
        }
        w->holds_any = 1;
        if (cell.column >= w->width) {
            w->cells_beyond++;
            continue;
        }
        if (!w->is_open) {
            w->is_open = 1;
            w->last_row = w->row;
            w->written = 0;
            if (gaps > 0) {
                memset(to + at, '\n', (size_t)gaps);
                at += gaps;
                w->ended = w->row - 1;
            }
        }
        while (w->written < cell.column) {
            to[at++] = ',';
            w->written++;
        }
        if (met & LANES_MET_QUOTE) {
            to[at++] = '"';
            for (uint32_t b = 0; b < bytes_of; b++) {
                if (from[b] == '"') to[at++] = '"';
                to[at++] = from[b];
            }
            to[at++] = '"';
        } else {
            copy(width, to + at, from, bytes_of);
            at += bytes_of;
        }
    }
    *next = i;
    *length = at;
    return why;
}

static int write_16(const uint8_t *bytes, const lanes_cell *cells, int64_t *next, int64_t count,
                    lanes_sheet_writing *w, const lanes_sheet_tables *tables, uint8_t *to, int64_t *length,
                    int64_t room) {
    return write(16, bytes, cells, next, count, w, tables, to, length, room);
}

static int write_1(const uint8_t *bytes, const lanes_cell *cells, int64_t *next, int64_t count,
                   lanes_sheet_writing *w, const lanes_sheet_tables *tables, uint8_t *to, int64_t *length,
                   int64_t room) {
    return write(1, bytes, cells, next, count, w, tables, to, length, room);
}

int lanes_write_sheet_cells(const uint8_t *bytes, const lanes_cell *cells, int64_t *next, int64_t count,
                            lanes_sheet_writing *w, const lanes_sheet_tables *tables, uint8_t *to, int64_t *length,
                            int64_t room) {
    return lanes_width_in_use[LANES_WRITE_SHEET_CELLS] == 16
               ? write_16(bytes, cells, next, count, w, tables, to, length, room)
               : write_1(bytes, cells, next, count, w, tables, to, length, room);
}

int lanes_write_sheet_cells_by(int width, const uint8_t *bytes, const lanes_cell *cells, int64_t *next, int64_t count,
                               lanes_sheet_writing *w, const lanes_sheet_tables *tables, uint8_t *to,
                               int64_t *length, int64_t room, int *outcome) {
    if (!lanes_runs(LANES_WRITE_SHEET_CELLS, width)) return 0;
    *outcome = width == 16 ? write_16(bytes, cells, next, count, w, tables, to, length, room)
                           : write_1(bytes, cells, next, count, w, tables, to, length, room);
    return 1;
}
