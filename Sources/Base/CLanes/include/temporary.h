// What libxlsxwriter puts aside while it makes a workbook. It writes each part to a file without a name, rewinds that and
// packs what it reads there, and looks at no error on the way: a disk that was full for a moment leaves a part with a
// piece missing, in an archive that is sound.
#ifndef SIAPPILIH_TEMPORARY_H
#define SIAPPILIH_TEMPORARY_H
#include <stdint.h>

/// Begins to note every file that this thread rewinds: the program's `rewind` takes the place of the system's.
void temporary_begin(void);

/// How many files were rewound since.
int64_t temporary_count(void);

/// Bytes of the file rewound at that turn, from 0 on; -1 where there was none.
int64_t temporary_bytes(int64_t turn);

/// Ends the noting; 0, or the number of the first error on any of the files, up to its rewinding.
int temporary_end(void);
#endif
