#include "sheet_cell.h"

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

static INLINE int take(int width, const uint8_t *bytes, int64_t length, lanes_sheet *sheet, lanes_cell *cells,
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
                    p = take_cell(width, p + 2, bytes, end, &row, &column, &cells[count]);
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

static int take_16(const uint8_t *bytes, int64_t length, lanes_sheet *sheet, lanes_cell *cells, int64_t capacity) {
    return take(16, bytes, length, sheet, cells, capacity);
}

static int take_1(const uint8_t *bytes, int64_t length, lanes_sheet *sheet, lanes_cell *cells, int64_t capacity) {
    return take(1, bytes, length, sheet, cells, capacity);
}

int lanes_take_sheet_rows(const uint8_t *bytes, int64_t length, lanes_sheet *sheet, lanes_cell *cells,
                          int64_t capacity) {
    return lanes_width_in_use[LANES_TAKE_SHEET_ROWS] == 16 ? take_16(bytes, length, sheet, cells, capacity)
                                                           : take_1(bytes, length, sheet, cells, capacity);
}

int lanes_take_sheet_rows_by(int width, const uint8_t *bytes, int64_t length, lanes_sheet *sheet, lanes_cell *cells,
                             int64_t capacity, int *outcome) {
    if (!lanes_runs(LANES_TAKE_SHEET_ROWS, width)) return 0;
    *outcome = width == 16 ? take_16(bytes, length, sheet, cells, capacity)
                           : take_1(bytes, length, sheet, cells, capacity);
    return 1;
}
