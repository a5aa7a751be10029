// Rows of worksheets as the common writers of workbooks write them: the plain shape of the XML, many bytes at once.
// Whatever is not of that shape is left to an XML parser, which knows all of it.
#ifndef SIAPPILIH_SHEETS_H
#define SIAPPILIH_SHEETS_H
#include <stdint.h>

/// What stands in a cell, or that a row begins.
enum {
    /// `start` is the row's number; `met` is LANES_MET_HIDDEN for a hidden one.
    LANES_CELL_ROW,
    LANES_CELL_NUMBER,
    /// `start` is the number of a shared text.
    LANES_CELL_SHARED,
    LANES_CELL_TEXT,
    LANES_CELL_BOOLEAN,
    LANES_CELL_AS_IS,
};

/// What was met in a text.
enum {
    LANES_MET_HIDDEN = 1,
    /// A quote, comma or line feed: it needs quotes in a list of cells parted by commas.
    LANES_MET_QUOTE = 2,
    /// A character by its name or number.
    LANES_MET_ENTITY = 4,
    /// An underscore, with which characters are written by their number.
    LANES_MET_UNDERSCORE = 8,
    /// A formula without its last result; its cell is empty.
    LANES_MET_NO_RESULT = 16,
};

/// A cell: `bytes[start ..< start + length]`, in a column (first = 0).
typedef struct {
    uint32_t start, length, style;
    uint16_t column;
    uint8_t kind, met;
} lanes_cell;

/// How far the rows of a sheet were taken: the next one, or blanks before it, begins at `at`; `row` is the number of the
/// last one, or 0, and `column` its last cell's, or -1; `count` cells were noted. `has_x14ac` says whether attributes may
/// have that prefix.
typedef struct {
    int64_t at, row, column, count;
    int32_t has_x14ac;
} lanes_sheet;

enum {
    /// The row at `at` does not end among the bytes.
    LANES_SHEET_CUT,
    /// What stands at `at` is no plain row.
    LANES_SHEET_ODD,
    /// There is no room for more cells.
    LANES_SHEET_FULL,
};

/// Bytes behind the end that must be readable, and 0.
#define LANES_SHEET_SLACK 64

/// How many bytes there are up to and with the first place where a tag stands, of at most LANES_SHEET_SLACK bytes; 0 where
/// it stands nowhere.
int64_t lanes_behind_tag(const uint8_t *bytes, int64_t length, const char *tag, int64_t tag_length);

/// Takes plain rows from `bytes[sheet->at ..< end]`, each with all of its cells or not at all, and notes a cell for each
/// row and each filled cell. Every row it takes is well-formed XML, and its rows and cells stand in order.
int lanes_take_sheet_rows(const uint8_t *bytes, int64_t end, lanes_sheet *sheet, lanes_cell *cells, int64_t capacity);

/// The same by the form of `width`; `outcome` is what it says.
int lanes_take_sheet_rows_by(int width, const uint8_t *bytes, int64_t end, lanes_sheet *sheet, lanes_cell *cells,
                             int64_t capacity, int *outcome);

/// Takes plain shared texts, `<si><t>...</t></si>`, from `bytes[*at ..< end]`; `column` and `style` mean nothing.
int lanes_take_shared_texts(const uint8_t *bytes, int64_t end, int64_t *at, lanes_cell *texts, int64_t *count,
                            int64_t capacity);

/// The same by the form of `width`, which is one of `LANES_TAKE_SHEET_ROWS`.
int lanes_take_shared_texts_by(int width, const uint8_t *bytes, int64_t end, int64_t *at, lanes_cell *texts,
                               int64_t *count, int64_t capacity, int *outcome);

/// A shared text: byte `place % LANES_CHUNK` of chunk `place / LANES_CHUNK` is its first. The low bits of `extent` are its
/// length, those from LANES_TEXT_BITS on what was met in it, as for cells.
typedef struct {
    uint32_t place, extent;
} lanes_text;

#define LANES_TEXT_BITS 27

#define LANES_CHUNK (1u << 20)

/// Cells of sixteen digits in a column, and those that end in 0: of numbers, and of texts.
typedef struct {
    int64_t numbers, rounded_numbers, texts, rounded_texts;
} lanes_key_figures;

/// Where the writing of a sheet's rows stands.
typedef struct {
    /// The row at hand, and whether any of its cells was written, with so many commas.
    int64_t row, written;
    int32_t is_open, is_hidden, holds_any;
    /// Rows that were ended with a line feed, and the last one that holds anything.
    int64_t ended, last_row;
    int64_t width, key_cells, cells_beyond, hidden_rows, formulas_without_result;
} lanes_sheet_writing;

/// What cells are judged by: styles that are days (a byte each, not 0), columns of dates (a byte each, as many as the
/// table is wide), shared texts; and where the figures of columns are kept.
typedef struct {
    const uint8_t *day_styles;
    int64_t day_style_count;
    const uint8_t *date_columns;
    const lanes_text *texts;
    int64_t text_count;
    const uint8_t *const *chunks;
    lanes_key_figures *figures;
} lanes_sheet_tables;

enum {
    LANES_WRITTEN,
    /// The next cell needs more room than there is.
    LANES_NO_ROOM,
    /// The next cell needs another look: a day, a number that is not digits alone, a character by its number.
    LANES_NEEDS_CARE,
};

/// Writes cells `*next ..< count` as records of cells parted by commas, as far as they can be copied, into `to[*length
/// ..< room]`; says why it stopped.
int lanes_write_sheet_cells(const uint8_t *bytes, const lanes_cell *cells, int64_t *next, int64_t count,
                            lanes_sheet_writing *writing, const lanes_sheet_tables *tables, uint8_t *to,
                            int64_t *length, int64_t room);

/// The same by the form of `width`; `outcome` is what it says.
int lanes_write_sheet_cells_by(int width, const uint8_t *bytes, const lanes_cell *cells, int64_t *next, int64_t count,
                               lanes_sheet_writing *writing, const lanes_sheet_tables *tables, uint8_t *to,
                               int64_t *length, int64_t room, int *outcome);

#endif
