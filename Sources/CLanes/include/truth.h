// Three-valued logic over bitmaps of 64 rows a word, lowest bit first. A truth is two bitmaps: the rows where it is
// true (t) and those where it is false (f); rows in neither are unknown. Targets never overlap operands.
#ifndef SIAPPILIH_TRUTH_H
#define SIAPPILIH_TRUTH_H
#include <stddef.h>
#include <stdint.h>

/// a && b. For a || b swap true and false of all three.
void truth_meet(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *at, const uint64_t *af, const uint64_t *bt,
                const uint64_t *bf, size_t words);
/// a == b.
void truth_equal(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *at, const uint64_t *af,
                 const uint64_t *bt, const uint64_t *bf, size_t words);
/// c ? a : b.
void truth_select(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *ct, const uint64_t *cf,
                  const uint64_t *at, const uint64_t *af, const uint64_t *bt, const uint64_t *bf, size_t words);
/// a where b is known, else unknown.
void truth_gate(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *at, const uint64_t *af, const uint64_t *bt,
                const uint64_t *bf, size_t words);
/// A bitmap that is known everywhere; bits from `rows` on are cleared in both.
void truth_flags(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *bits, size_t rows);
/// A bitmap of truths beside one of what is known.
void truth_known(uint64_t *restrict t, uint64_t *restrict f, const uint64_t *is_true, const uint64_t *is_known,
                 size_t words);
/// low <= value <= high where the value is known. Words without a known row are not looked at.
void truth_between(uint64_t *restrict t, uint64_t *restrict f, const int32_t *values, const uint64_t *known,
                   int32_t low, int32_t high, size_t rows);
/// True for the bytes in `wanted`, unknown for those in `unknown`, false for all others. For short lists.
void truth_codes(uint64_t *restrict t, uint64_t *restrict f, const uint8_t *codes, const uint8_t *wanted,
                 size_t wanted_count, const uint8_t *unknown, size_t unknown_count, size_t rows);
/// `table[code]` is 0 unknown, 1 true, 2 false.
void truth_table(uint64_t *restrict t, uint64_t *restrict f, const uint8_t *codes, const uint8_t *table, size_t rows);
/// `table[a * width + b]` is 0 unknown, 1 true, 2 false; codes at or past `height` and `width` are unknown.
void truth_pairs(uint64_t *restrict t, uint64_t *restrict f, const uint8_t *a, const uint8_t *b, const uint8_t *table,
                 size_t height, size_t width, size_t rows);

#endif
