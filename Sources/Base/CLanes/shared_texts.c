#include "sheet_text.h"

int64_t lanes_behind_tag(const uint8_t *bytes, int64_t length, const char *tag, int64_t tag_length) {
    const uint8_t *p = bytes;
    const uint8_t *const end = bytes + length;
    while (p < end && (p = memchr(p, '<', (size_t)(end - p)))) {
        if (memcmp(p, tag, (size_t)tag_length) == 0 && end - p >= tag_length) return p - bytes + tag_length;
        p++;
    }
    return 0;
}

static INLINE int take(int width, const uint8_t *bytes, int64_t length, int64_t *at, lanes_cell *texts,
                       int64_t *count, int64_t capacity) {
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
        p = text_end(width, p, end, &met);
        if (!p || !IS(p, "</t></si>")) break;
        texts[(*count)++] = (lanes_cell){
            .start = (uint32_t)(start - bytes), .length = (uint32_t)(p - start), .kind = LANES_CELL_TEXT, .met = met};
        *at = p + 9 - bytes;
    }
    return holds(bytes + *at, end, "</si>") || holds(bytes + *at, end, "</sst>") ? LANES_SHEET_ODD
                                                                                         : LANES_SHEET_CUT;
}

static int take_16(const uint8_t *bytes, int64_t length, int64_t *at, lanes_cell *texts, int64_t *count,
                   int64_t capacity) {
    return take(16, bytes, length, at, texts, count, capacity);
}

static int take_1(const uint8_t *bytes, int64_t length, int64_t *at, lanes_cell *texts, int64_t *count,
                  int64_t capacity) {
    return take(1, bytes, length, at, texts, count, capacity);
}

int lanes_take_shared_texts(const uint8_t *bytes, int64_t length, int64_t *at, lanes_cell *texts, int64_t *count,
                            int64_t capacity) {
    return lanes_width_in_use[LANES_TAKE_SHEET_ROWS] == 16 ? take_16(bytes, length, at, texts, count, capacity)
                                                           : take_1(bytes, length, at, texts, count, capacity);
}

int lanes_take_shared_texts_by(int width, const uint8_t *bytes, int64_t length, int64_t *at, lanes_cell *texts,
                               int64_t *count, int64_t capacity, int *outcome) {
    if (!lanes_runs(LANES_TAKE_SHEET_ROWS, width)) return 0;
    *outcome = width == 16 ? take_16(bytes, length, at, texts, count, capacity)
                           : take_1(bytes, length, at, texts, count, capacity);
    return 1;
}
