// A cell of a plain row.
#ifndef SIAPPILIH_SHEET_CELL_H
#define SIAPPILIH_SHEET_CELL_H
#include "sheet_text.h"

/// The row at hand.
typedef struct {
    uint32_t number;
    int is_hidden, is_empty;
    /// Its number as cells write it.
    uint8_t digits[8];
    int length;
} row_tag;

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
static INLINE const uint8_t *skip_formula(int width, const uint8_t *p, const uint8_t *end) {
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
    p = text_end(width, p + 1, end, &met);
    return p && IS(p, "</f>") ? p + 4 : FAILED;
}

/// Behind the cell; `p` stands behind `<c`. What is in it becomes `cell`, whose length is 0 where it is empty.
static INLINE const uint8_t *take_cell(int width, const uint8_t *p, const uint8_t *bytes, const uint8_t *end,
                                       const row_tag *row, int32_t *last_column, lanes_cell *cell) {
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
        p = text_end(width, p, end, &met);
        if (!p || !IS(p, "</t></is></c>")) return FAILED;
        cell->start = (uint32_t)(start - bytes);
        cell->length = (uint32_t)(p - start);
        cell->met = met;
        return p + 13;
    }
    int has_formula = 0, has_value = 0;
    if (p[0] == '<' && p[1] == 'f') {
        has_formula = 1;
        p = skip_formula(width, p + 2, end);
        if (!p) return FAILED;
    }
    if (IS(p, "<v>")) {
        has_value = 1;
        const uint8_t *const start = p + 3;
        p = text_end(width, start, end, &met);
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

#endif
