#include "include/sheets.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// All bytes behind the end are 0, which stands nowhere in XML: every comparison fails there, and nothing runs past.

#define IS(p, text) (memcmp((p), text, sizeof(text) - 1) == 0)
#define FAILED ((const uint8_t *)0)

enum { last_row = 1048576, columns = 16384, longest_text = 32768 };

static inline int is_blank(uint8_t c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
static inline int is_digit(uint8_t c) { return (uint8_t)(c - '0') < 10; }

/// Behind the character reference at `p`, if it stands for a character that XML knows.
static const uint8_t *reference(const uint8_t *p) {
    if (IS(p, "&amp;")) return p + 5;
    if (IS(p, "&lt;") || IS(p, "&gt;")) return p + 4;
    if (IS(p, "&quot;") || IS(p, "&apos;")) return p + 6;
    if (!IS(p, "&#")) return FAILED;
    p += 2;
    uint32_t value = 0;
    int digits = 0;
    if (*p == 'x') {
        for (p++; digits < 7; p++, digits++) {
            const uint8_t c = *p | 0x20;
            if (is_digit(*p)) value = value << 4 | (uint32_t)(*p - '0');
            else if (c >= 'a' && c <= 'f') value = value << 4 | (uint32_t)(c - 'a' + 10);
            else break;
        }
    } else {
        for (; digits < 8 && is_digit(*p); p++, digits++) value = value * 10 + (uint32_t)(*p - '0');
    }
    if (digits == 0 || *p != ';') return FAILED;
    const int is_character = value == 9 || value == 10 || value == 13 || (value >= 0x20 && value <= 0xD7FF) ||
                             (value >= 0xE000 && value <= 0xFFFD) || (value >= 0x10000 && value <= 0x10FFFF);
    return is_character ? p + 1 : FAILED;
}

/// Behind the character of two bytes or more at `p`, if it is UTF-8 and XML knows it.
static const uint8_t *wide_character(const uint8_t *p) {
#define NEXT(i) ((p[i] & 0xC0) == 0x80)
    const uint8_t c = *p;
    if (c >= 0xC2 && c <= 0xDF) return NEXT(1) ? p + 2 : FAILED;
    if (c >= 0xE0 && c <= 0xEF) {
        if (!NEXT(1) || !NEXT(2)) return FAILED;
        if (c == 0xE0 && p[1] < 0xA0) return FAILED;
        if (c == 0xED && p[1] > 0x9F) return FAILED;
        if (c == 0xEF && p[1] == 0xBF && p[2] > 0xBD) return FAILED;
        return p + 3;
    }
    if (c >= 0xF0 && c <= 0xF4) {
        if (!NEXT(1) || !NEXT(2) || !NEXT(3)) return FAILED;
        if (c == 0xF0 && p[1] < 0x90) return FAILED;
        if (c == 0xF4 && p[1] > 0x8F) return FAILED;
        return p + 4;
    }
    return FAILED;
#undef NEXT
}

/// Looks at each byte of a text; FAILED where it is no text that XML has in this plain form.
static const uint8_t *judge(const uint8_t *p, const uint8_t *end, uint8_t *met) {
    while (p < end) {
        const uint8_t c = *p;
        if (c >= 0x80) {
            p = wide_character(p);
            if (!p) return FAILED;
            continue;
        }
        if (c == '&') {
            *met |= LANES_MET_ENTITY;
            p = reference(p);
            if (!p) return FAILED;
            continue;
        }
        if (c == '"' || c == ',' || c == '\n') *met |= LANES_MET_QUOTE;
        else if (c == '_') *met |= LANES_MET_UNDERSCORE;
        else if (c < 0x20 && c != '\t') return FAILED;
        // `]]>` is not allowed in a text; the byte before it is at least the tag's `>`.
        else if (c == '>' && p[-1] == ']') return FAILED;
        p++;
    }
    return p == end ? p : FAILED;
}

/// The `<` that ends the text at `p`.
static inline const uint8_t *text_end(const uint8_t *p, const uint8_t *end, uint8_t *met) {
    const uint8_t *const start = p;
#if defined(__SSE2__)
    const __m128i tag = _mm_set1_epi8('<'), amp = _mm_set1_epi8('&'), quote = _mm_set1_epi8('"'),
                  comma = _mm_set1_epi8(','), line = _mm_set1_epi8('_'), close = _mm_set1_epi8('>'),
                  blank = _mm_set1_epi8(0x20);
    uint32_t special = 0;
    for (;;) {
        if (p >= end) return FAILED;
        const __m128i v = _mm_loadu_si128((const __m128i *)p);
        // As signed numbers, bytes above 127 are below a blank, as control characters are.
        const __m128i any = _mm_or_si128(
            _mm_or_si128(_mm_or_si128(_mm_cmplt_epi8(v, blank), _mm_cmpeq_epi8(v, amp)),
                         _mm_or_si128(_mm_cmpeq_epi8(v, quote), _mm_cmpeq_epi8(v, comma))),
            _mm_or_si128(_mm_cmpeq_epi8(v, line), _mm_cmpeq_epi8(v, close)));
        const uint32_t ends = (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(v, tag));
        const uint32_t met_here = (uint32_t)_mm_movemask_epi8(any);
        if (ends) {
            special |= met_here & (ends ^ (ends - 1));
            p += __builtin_ctz(ends);
            break;
        }
        special |= met_here;
        p += 16;
    }
#else
    uint32_t special = 1;
    while (p < end && *p != '<') p++;
#endif
    if (p >= end || p - start > longest_text) return FAILED;
    return special ? judge(start, p, met) : p;
}

/// Behind the closing quote of the attribute value at `p`: printable ASCII alone.
static const uint8_t *value_end(const uint8_t *p) {
    for (; *p != '"'; p++) {
        if (*p < 0x20 || *p > 0x7E || *p == '<' || *p == '&') return FAILED;
    }
    return p + 1;
}

/// Behind the number at `p` of at most `most` digits.
static inline const uint8_t *number(const uint8_t *p, int most, uint32_t *value) {
    const uint8_t *const start = p;
    uint32_t found = 0;
    while (is_digit(*p) && p - start < most) found = found * 10 + (uint32_t)(*p++ - '0');
    *value = found;
    return p == start || is_digit(*p) ? FAILED : p;
}

/// What stands between two attributes, or before the end of a tag: FAILED where it is neither.
static inline const uint8_t *gap(const uint8_t *p) {
    if (*p == '>' || *p == '/') return p;
    if (*p != ' ') return FAILED;
    while (*p == ' ') p++;
    return p;
}

/// The row at hand.
typedef struct {
    uint32_t number;
    int is_hidden, is_empty;
    /// Its number as cells write it.
    uint8_t digits[8];
    int length;
} row_tag;

static const struct {
    const char *name;
    int length;
} row_attributes[] = {
    {"spans=\"", 7},        {"s=\"", 3},         {"customFormat=\"", 14}, {"ht=\"", 4},      {"customHeight=\"", 14},
    {"outlineLevel=\"", 14}, {"collapsed=\"", 11}, {"thickTop=\"", 10},     {"thickBot=\"", 10}, {"ph=\"", 4},
    {"x14ac:dyDescent=\"", 17},
};
enum { row_attribute_count = sizeof(row_attributes) / sizeof(row_attributes[0]) };

/// Behind the tag that begins a row; `p` stands behind `<row`.
static const uint8_t *begin_row(const uint8_t *p, const lanes_sheet *sheet, row_tag *row) {
    uint32_t seen = 0;
    row->number = (uint32_t)sheet->row + 1;
    row->is_hidden = 0;
    for (;;) {
        p = gap(p);
        if (!p) return FAILED;
        if (*p == '>') {
            row->is_empty = 0;
            p++;
            break;
        }
        if (*p == '/') {
            if (p[1] != '>') return FAILED;
            row->is_empty = 1;
            p += 2;
            break;
        }
        if (IS(p, "r=\"")) {
            if (seen & 1 || p[3] == '0') return FAILED;
            seen |= 1;
            p = number(p + 3, 7, &row->number);
            if (!p || *p != '"') return FAILED;
            p++;
            continue;
        }
        if (IS(p, "hidden=\"")) {
            if (seen & 2) return FAILED;
            seen |= 2;
            p += 8;
            if (IS(p, "1\"") || IS(p, "0\"")) {
                row->is_hidden = *p == '1';
                p += 2;
            } else if (IS(p, "true\"")) {
                row->is_hidden = 1;
                p += 5;
            } else if (IS(p, "false\"")) {
                p += 6;
            } else {
                return FAILED;
            }
            continue;
        }
        int found = 0;
        while (found < row_attribute_count &&
               memcmp(p, row_attributes[found].name, (size_t)row_attributes[found].length) != 0)
            found++;
        if (found == row_attribute_count || seen >> (found + 2) & 1) return FAILED;
        if (*p == 'x' && !sheet->has_x14ac) return FAILED;
        seen |= 4u << found;
        p = value_end(p + row_attributes[found].length);
        if (!p) return FAILED;
    }
    if (row->number > last_row || row->number <= sheet->row) return FAILED;
    uint8_t digits[8];
    int count = 0;
    for (uint32_t rest = row->number; rest > 0; rest /= 10) digits[count++] = (uint8_t)('0' + rest % 10);
    for (int i = 0; i < count; i++) row->digits[i] = digits[count - 1 - i];
    row->digits[count] = '"';
    row->length = count + 1;
    return p;
}

enum { type_none, type_shared, type_str, type_inline, type_boolean, type_as_is };

/// Behind the reference at `p`, as far as its quote; its column must lie behind `after`.
static inline const uint8_t *cell_reference(const uint8_t *p, const row_tag *row, int32_t after, int32_t *column) {
    int32_t found = 0;
    int letters = 0;
    while (letters < 4) {
        const uint8_t letter = (uint8_t)((*p | 0x20) - 'a');
        if (letter > 25) break;
        found = found * 26 + letter + 1;
        p++;
        letters++;
    }
    if (letters == 0 || found > columns || found - 1 <= after) return FAILED;
    if (memcmp(p, row->digits, (size_t)row->length) != 0) return FAILED;
    *column = found - 1;
    return p + row->length;
}

/// Behind a formula; `p` stands behind `<f`. What it says is left out.
static const uint8_t *skip_formula(const uint8_t *p, const uint8_t *end) {
    const uint8_t *names[8];
    int lengths[8];
    int count = 0;
    for (;;) {
        p = gap(p);
        if (!p) return FAILED;
        if (*p == '/') return p[1] == '>' ? p + 2 : FAILED;
        if (*p == '>') break;
        const uint8_t *const name = p;
        while ((uint8_t)((*p | 0x20) - 'a') < 26 || (p > name && is_digit(*p))) p++;
        if (p == name || p[0] != '=' || p[1] != '"' || count == 8) return FAILED;
        names[count] = name;
        lengths[count] = (int)(p - name);
        for (int i = 0; i < count; i++) {
            if (lengths[i] == lengths[count] && memcmp(names[i], name, (size_t)lengths[i]) == 0) return FAILED;
        }
        // A default namespace is an attribute as well, and no plain one.
        if (lengths[count] == 5 && IS(name, "xmlns")) return FAILED;
        count++;
        p = value_end(p + 2);
        if (!p) return FAILED;
    }
    uint8_t met = 0;
    p = text_end(p + 1, end, &met);
    return p && IS(p, "</f>") ? p + 4 : FAILED;
}

/// Behind the cell; `p` stands behind `<c`. What is in it becomes `cell`, whose length is 0 where it is empty.
static inline const uint8_t *take_cell(const uint8_t *p, const uint8_t *bytes, const uint8_t *end, const row_tag *row,
                                       int32_t *last_column, lanes_cell *cell) {
    uint32_t seen = 0, style = 0;
    int type = type_none;
    int32_t column = -1;
    cell->length = 0;
    cell->met = 0;
    for (;;) {
        p = gap(p);
        if (!p) return FAILED;
        if (*p == '>') {
            p++;
            break;
        }
        if (*p == '/') {
            if (p[1] != '>') return FAILED;
            if (column < 0) column = *last_column + 1;
            if (column >= columns) return FAILED;
            *last_column = column;
            return p + 2;
        }
        if (p[1] != '=' || p[2] != '"') return FAILED;
        if (*p == 'r') {
            if (seen & 1) return FAILED;
            seen |= 1;
            p = cell_reference(p + 3, row, *last_column, &column);
            if (!p) return FAILED;
        } else if (*p == 's') {
            if (seen & 2) return FAILED;
            seen |= 2;
            p = number(p + 3, 9, &style);
            if (!p || *p != '"') return FAILED;
            p++;
        } else if (*p == 't') {
            if (seen & 4) return FAILED;
            seen |= 4;
            p += 3;
            if (p[1] == '"') {
                switch (*p) {
                case 's': type = type_shared; break;
                case 'n': type = type_none; break;
                case 'b': type = type_boolean; break;
                case 'e': case 'd': type = type_as_is; break;
                default: return FAILED;
                }
                p += 2;
            } else if (IS(p, "inlineStr\"")) {
                type = type_inline;
                p += 10;
            } else if (IS(p, "str\"")) {
                type = type_str;
                p += 4;
            } else {
                return FAILED;
            }
        } else {
            return FAILED;
        }
    }
    if (column < 0) column = *last_column + 1;
    if (column >= columns) return FAILED;
    *last_column = column;
    cell->column = (uint16_t)column;
    cell->style = style;
    static const uint8_t kinds[] = {LANES_CELL_NUMBER, LANES_CELL_SHARED,  LANES_CELL_TEXT,
                                    LANES_CELL_TEXT,   LANES_CELL_BOOLEAN, LANES_CELL_AS_IS};
    cell->kind = kinds[type];
    uint8_t met = 0;
    if (type == type_inline && IS(p, "<is><t")) {
        p += 6;
        if (*p == '>') p++;
        else if (IS(p, " xml:space=\"preserve\">")) p += 22;
        else return FAILED;
        const uint8_t *const start = p;
        p = text_end(p, end, &met);
        if (!p || !IS(p, "</t></is></c>")) return FAILED;
        cell->start = (uint32_t)(start - bytes);
        cell->length = (uint32_t)(p - start);
        cell->met = met;
        return p + 13;
    }
    int has_formula = 0, has_value = 0;
    if (p[0] == '<' && p[1] == 'f') {
        has_formula = 1;
        p = skip_formula(p + 2, end);
        if (!p) return FAILED;
    }
    if (IS(p, "<v>")) {
        has_value = 1;
        const uint8_t *const start = p + 3;
        p = text_end(start, end, &met);
        if (!p || !IS(p, "</v>")) return FAILED;
        cell->start = (uint32_t)(start - bytes);
        cell->length = (uint32_t)(p - start);
        cell->met = met;
        p += 4;
        if (type == type_shared && cell->length > 0) {
            uint32_t text;
            if (number(start, 9, &text) != start + cell->length) return FAILED;
            cell->start = text;
        }
    } else if (IS(p, "<v/>")) {
        has_value = 1;
        p += 4;
    }
    if (!IS(p, "</c>")) return FAILED;
    if (cell->length == 0 && has_formula && !(has_value && type == type_str)) cell->met = LANES_MET_NO_RESULT;
    return p + 4;
}

int64_t lanes_behind_tag(const uint8_t *bytes, int64_t length, const char *tag, int64_t tag_length) {
    const uint8_t *p = bytes;
    const uint8_t *const end = bytes + length;
    while (p < end && (p = memchr(p, '<', (size_t)(end - p)))) {
        if (memcmp(p, tag, (size_t)tag_length) == 0 && end - p >= tag_length) return p - bytes + tag_length;
        p++;
    }
    return 0;
}

/// Whether a tag stands anywhere in `p ..< end`.
static int holds(const uint8_t *p, const uint8_t *end, const char *tag) {
    return lanes_behind_tag(p, end - p, tag, (int64_t)strlen(tag)) > 0;
}

int lanes_take_sheet_rows(const uint8_t *bytes, int64_t length, lanes_sheet *sheet, lanes_cell *cells,
                          int64_t capacity) {
    const uint8_t *const end = bytes + length;
    for (;;) {
        const uint8_t *p = bytes + sheet->at;
        while (is_blank(*p)) p++;
        row_tag row;
        int64_t count = sheet->count;
        if (count >= capacity) return LANES_SHEET_FULL;
        if (!IS(p, "<row")) break;
        p = begin_row(p + 4, sheet, &row);
        if (!p) break;
        cells[count++] = (lanes_cell){.start = row.number, .kind = LANES_CELL_ROW, .met = row.is_hidden ? LANES_MET_HIDDEN : 0};
        int32_t column = -1;
        if (!row.is_empty) {
            for (;;) {
                while (is_blank(*p)) p++;
                if (p[0] == '<' && p[1] == 'c') {
                    if (count >= capacity) {
                        // A row of more cells than there is room for at all is none that is taken here.
                        return sheet->count > 0 ? LANES_SHEET_FULL : LANES_SHEET_ODD;
                    }
                    p = take_cell(p + 2, bytes, end, &row, &column, &cells[count]);
                    if (!p) break;
                    if (cells[count].length > 0 || cells[count].met & LANES_MET_NO_RESULT) count++;
                } else if (IS(p, "</row>")) {
                    p += 6;
                    break;
                } else {
                    p = FAILED;
                    break;
                }
            }
        }
        if (!p) break;
        sheet->row = row.number;
        sheet->column = column;
        sheet->count = count;
        sheet->at = p - bytes;
    }
    return holds(bytes + sheet->at, end, "</row>") || holds(bytes + sheet->at, end, "</sheetData>")
               ? LANES_SHEET_ODD
               : LANES_SHEET_CUT;
}

int lanes_take_shared_texts(const uint8_t *bytes, int64_t length, int64_t *at, lanes_cell *texts, int64_t *count,
                            int64_t capacity) {
    const uint8_t *const end = bytes + length;
    for (;;) {
        const uint8_t *p = bytes + *at;
        while (is_blank(*p)) p++;
        if (*count >= capacity) return LANES_SHEET_FULL;
        if (!IS(p, "<si><t")) break;
        p += 6;
        if (*p == '>') p++;
        else if (IS(p, " xml:space=\"preserve\">")) p += 22;
        else break;
        const uint8_t *const start = p;
        uint8_t met = 0;
        p = text_end(p, end, &met);
        if (!p || !IS(p, "</t></si>")) break;
        texts[(*count)++] = (lanes_cell){
            .start = (uint32_t)(start - bytes), .length = (uint32_t)(p - start), .kind = LANES_CELL_TEXT, .met = met};
        *at = p + 9 - bytes;
    }
    return holds(bytes + *at, end, "</si>") || holds(bytes + *at, end, "</sst>") ? LANES_SHEET_ODD
                                                                                         : LANES_SHEET_CUT;
}

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

int lanes_write_sheet_cells(const uint8_t *bytes, const lanes_cell *cells, int64_t *next, int64_t count,
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
#if defined(__SSE2__)
            // Sixteen at a time; there is room behind both.
            for (uint32_t b = 0; b < bytes_of; b += 16) {
                _mm_storeu_si128((__m128i *)(to + at + b), _mm_loadu_si128((const __m128i *)(from + b)));
            }
#else
            memcpy(to + at, from, bytes_of);
#endif
            at += bytes_of;
        }
    }
    *next = i;
    *length = at;
    return why;
}
